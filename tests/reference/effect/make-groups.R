# Invented group means of three factors in two rounds, for 9 groups that act and 11 that do not; the factors last and swing
# unlike each other. R 4.2.2.
set.seed(20260301)
rows <- NULL
for (factor in 1:3) {
  icc <- c(0.10, 0.04, 0.22)[factor]
  sd <- c(20, 24, 17)[factor]
  lasts <- c(1, 0, 0.6)[factor]; swing <- c(0.5, 1, 1.8)[factor]
  for (group in 1:20) {
    n <- sample(4:12, 2, replace = TRUE)
    own <- rnorm(1, 0, sqrt(icc))
    later <- lasts * own + rnorm(1, 0, sqrt(icc) * sqrt(1 - lasts^2))
    shared <- rnorm(1)
    noise <- sapply(1:2, function(time) (sqrt(lasts) * shared + swing * sqrt(1 - 0.8 * lasts) * rnorm(1)) * sqrt((1 - icc) / n[time]))
    acts <- group <= 9
    means <- 52 + sd * c(own + noise[1] + 0.5 * acts, later + noise[2] + 0.1 * acts - ifelse(acts && factor == 1, 0.5, 0))
    rows <- rbind(rows, data.frame(factor, icc, sd, centre = 54, group, part = ifelse(acts, "acts", "compares"),
      before = round(means[1]), n_before = n[1], after = round(means[2]), n_after = n[2]))
  }
}
write.csv(rows, "groups.csv", row.names = FALSE, quote = FALSE)
