# Makes scores.csv: 281 invented scores in 38 groups of 1 to 31. In `clear` groups differ much, in `faint` a little, in
# `none` less than chance would make them; in `level` every group has four scores. Missing scores are written NA. Run
# once; the CSV is what is kept.
set.seed(20270118)
sizes <- c(1, 1, 2, 2, 3, 3, 4, 4, 4, 5, 5, 5, 5, 6, 6, 6, 6, 7, 7, 7, 8, 8, 8, 9, 9, 9, 4, 5, 6, 7, 8, 9, 10, 12, 14, 16, 19, 31)
group <- rep(seq_along(sizes), sizes)
n <- length(group)
points <- function(shared, spread) {
	value <- 55 + rnorm(length(sizes), 0, shared)[group] + rnorm(n, 0, spread)
	round(pmin(100, pmax(0, value)) / (100 / 12)) * (100 / 12)
}
clear <- points(11, 15)
faint <- points(5, 18)
none <- points(0, 20)
none <- none - 0.7 * (ave(none, group) - mean(none))
level <- points(7, 16)
for (one in seq_along(sizes)) level[group == one & ave(group, group, FUN = seq_along) > 4] <- NA
level[group %in% which(sizes < 4)] <- NA
clear[sample(n, 14)] <- NA
faint[sample(n, 9)] <- NA
scores <- data.frame(group = group, clear = clear, faint = faint, none = none, level = level)
write.csv(round(scores, 4), "scores.csv", row.names = FALSE, quote = FALSE)
