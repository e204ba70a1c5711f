# Makes answers.csv: 150 invented respondents in 14 groups, with a shared part in each group, reversed items,
# ranges 1-5, 0-4 and 1-7, and missing answers written in three ways. Run once; the CSV is what is kept.
set.seed(20261104)
sizes <- c(1, 2, 3, 4, 5, 6, 7, 8, 9, 12, 15, 20, 26, 32)
group <- rep(seq_along(sizes), sizes)
n <- length(group)
shared <- rnorm(length(sizes), 0, 0.5)[group]
item <- function(loading, low, high, reversed) {
	latent <- loading * (shared + trait) + rnorm(n, 0, 1)
	value <- pmin(high, pmax(low, round((low + high) / 2 + latent * (high - low) / 5)))
	if (reversed) low + high - value else value
}
trait <- rnorm(n)
calm <- cbind(item(0.9, 1, 5, FALSE), item(0.7, 1, 5, TRUE), item(0.8, 1, 5, FALSE), item(0.4, 1, 5, FALSE), item(1.0, 1, 5, TRUE))
trait <- rnorm(n)
load <- cbind(item(1.1, 0, 4, FALSE), item(0.6, 0, 4, FALSE), item(0.8, 0, 4, TRUE), item(0.5, 0, 4, FALSE))
trait <- rnorm(n)
hope <- cbind(item(0.8, 1, 7, FALSE), item(0.5, 1, 7, FALSE), item(1.2, 1, 7, FALSE))
answers <- cbind(calm, load, hope)
colnames(answers) <- c(paste0("calm", 1:5), paste0("load", 1:4), paste0("hope", 1:3))
text <- matrix(as.character(answers), n, dimnames = dimnames(answers))
holes <- matrix(runif(length(text)) < 0.06, n)
holes[10, 1:3] <- TRUE
holes[11, 1:2] <- TRUE
holes[11, 3:5] <- FALSE
holes[12, ] <- TRUE
text[holes] <- sample(c("NA", "", "-9"), sum(holes), replace = TRUE)
write.csv(cbind(group = group, text), "answers.csv", row.names = FALSE, quote = FALSE)
