# Computes reference-values.json from answers.csv, with nothing of the project's own code.
# R 4.2.2 with psych 2.2.9 (alpha), multilevel 2.7 (ICC1, ICC2, rwg.j), stats (factanal, aov, qt, t.test).
suppressMessages({ library(psych); library(multilevel) })
data <- read.csv("answers.csv", na.strings = c("NA", "", "-9"))
scales <- list(
	calm = list(items = paste0("calm", 1:5), low = 1, high = 5, reversed = c("calm2", "calm5")),
	load = list(items = paste0("load", 1:4), low = 0, high = 4, reversed = "load3"),
	hope = list(items = paste0("hope", 1:3), low = 1, high = 7, reversed = character(0))
)
num <- function(x) ifelse(is.na(x), "null", sprintf("%.15g", x))
object <- function(...) { parts <- list(...); paste0("{", paste0("\"", names(parts), "\": ", parts, collapse = ", "), "}") }
list_of <- function(x) paste0("[", paste(num(x), collapse = ", "), "]")

omega <- function(complete) {
	fit <- factanal(complete, 1, control = list(lower = 0.005, opt = list(factr = 10, pgtol = 0, maxit = 100000)))
	sds <- apply(complete, 2, sd)
	common <- sum(sds * fit$loadings[, 1])^2
	common / (common + sum(sds^2 * fit$uniquenesses))
}

describe <- function(scale) {
	items <- as.matrix(data[scale$items])
	for (name in scale$reversed) items[, name] <- scale$low + scale$high - items[, name]
	answered <- rowSums(!is.na(items))
	score <- ifelse(answered >= ncol(items) / 2, rowMeans(items, na.rm = TRUE), NA)
	points <- 100 * (score - scale$low) / (scale$high - scale$low)
	full <- complete.cases(items)
	complete <- items[full, ]
	has <- !is.na(score)
	model <- aov(score[has] ~ factor(data$group[has]))
	agreement <- rwg.j(complete, data$group[full], ranvar = ((scale$high - scale$low + 1)^2 - 1) / 12)
	agreement <- agreement[agreement$gsize > 1, ]
	interval <- t.test(points)$conf.int
	object(
		count = sum(has), completeCount = sum(full),
		mean = num(mean(points, na.rm = TRUE)), standardDeviation = num(sd(points, na.rm = TRUE)),
		itemMean = num(mean(score, na.rm = TRUE)), itemStandardDeviation = num(sd(score, na.rm = TRUE)),
		alpha = num(suppressWarnings(psych::alpha(complete, warnings = FALSE))$total$raw_alpha),
		omega = num(omega(complete)),
		icc1 = num(ICC1(model)), icc2 = num(ICC2(model)),
		rwgj = object(mean = num(mean(agreement$rwg.j)), median = num(median(agreement$rwg.j)), minimum = num(min(agreement$rwg.j))),
		rwgjByGroup = list_of(agreement$rwg.j), rwgjGroups = list_of(as.numeric(as.character(agreement$grpid))),
		interval = list_of(interval),
		points = list_of(points)
	)
}

degrees <- c(0.5, 1, 1.5, 2, 3, 4, 7, 10, 29, 30, 100, 1000, 149999)
probabilities <- c(0.000001, 0.005, 0.025, 0.2, 0.5, 0.6, 0.9, 0.975, 0.995, 0.999999)
quantiles <- sapply(probabilities, function(p) qt(p, degrees))
tails <- sapply(c(0, 0.01, 0.5, 1, 2, 5, 20, 300), function(t) pt(t, degrees, lower.tail = FALSE))
wanted <- data$calm1[!is.na(data$calm1)]
sample20 <- wanted[1:20]
half <- qt(0.95, 19) * sd(sample20) * sqrt((1 - 20 / 26) / 20)
writeLines(object(
	program = paste0("\"", R.version.string, ", psych ", packageVersion("psych"), ", multilevel ", packageVersion("multilevel"), "\""),
	scales = do.call(object, lapply(scales, describe)),
	t = object(
		degrees = list_of(degrees), probabilities = list_of(probabilities),
		quantiles = paste0("[", paste(apply(quantiles, 2, list_of), collapse = ", "), "]"),
		tailsAt = list_of(c(0, 0.01, 0.5, 1, 2, 5, 20, 300)),
		tails = paste0("[", paste(apply(tails, 2, list_of), collapse = ", "), "]")
	),
	quantile = object(shares = list_of(c(0, 0.1, 0.25, 0.5, 0.9, 1)),
		values = list_of(quantile(rowSums(data[paste0("hope", 1:3)]) + data$load1 / 10, c(0, 0.1, 0.25, 0.5, 0.9, 1), na.rm = TRUE))),
	finiteInterval = object(mean = num(mean(sample20)), standardDeviation = num(sd(sample20)),
		values = list_of(mean(sample20) + c(-half, half))),
	correlation = num(cor(data$calm1, data$calm2, use = "complete.obs"))
), "reference-values.json")
