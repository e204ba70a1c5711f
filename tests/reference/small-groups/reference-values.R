# Computes reference-values.json from scores.csv, and public-values.json from the data sets of ../shared where they lie
# beside the repository, with nothing of the project's own code. R 4.2.2 with lme4 1.1-31.
suppressMessages(library(lme4))
num <- function(x) ifelse(is.na(x), "null", sprintf("%.15g", x))
object <- function(...) { parts <- list(...); paste0("{", paste0("\"", names(parts), "\": ", parts, collapse = ", "), "}") }
list_of <- function(x) paste0("[", paste(num(x), collapse = ", "), "]")
program <- paste0("\"", R.version.string, ", lme4 ", packageVersion("lme4"), "\"")
exact <- lmerControl(optimizer = "bobyqa", optCtrl = list(rhobeg = 0.02, rhoend = 1e-12, maxfun = 100000),
	check.conv.singular = "ignore")

pooled <- function(score, group) {
	data <- data.frame(score = score, group = group)[!is.na(score), ]
	model <- lmer(score ~ 1 + (1 | group), data = data, REML = TRUE, control = exact)
	parts <- as.data.frame(VarCorr(model))$vcov
	drawn <- as.data.frame(ranef(model, condVar = TRUE))
	drawn <- drawn[order(as.numeric(as.character(drawn$grp))), ]
	object(
		between = num(parts[1]), within = num(parts[2]), mean = num(fixef(model)[[1]]),
		meanVariance = num(as.matrix(vcov(model))[1, 1]), deviance = num(REMLcrit(model)),
		group = list_of(as.numeric(as.character(drawn$grp))),
		estimate = list_of(drawn$condval + fixef(model)[[1]]), standardError = list_of(drawn$condsd)
	)
}
describe <- function(data, columns, group) object(program = program, quantiles = object(
	probabilities = list_of(c(0.001, 0.2, 0.5, 0.6, 0.975, 0.995, 0.9999)),
	values = list_of(qnorm(c(0.001, 0.2, 0.5, 0.6, 0.975, 0.995, 0.9999)))
), scales = do.call(object, lapply(setNames(columns, columns), function(one) pooled(data[[one]], data[[group]]))))

writeLines(describe(read.csv("scores.csv"), c("clear", "faint", "none", "level"), "group"), "reference-values.json")
folder <- "../../../../shared/data/multilevel/"
if (dir.exists(folder)) writeLines(object(
	lq2002 = describe(read.csv(paste0(folder, "lq2002.csv")), c("LEAD", "TSIG", "HOSTILE"), "COMPID"),
	bh1996 = describe(read.csv(paste0(folder, "bh1996.csv")), c("COHES", "LEAD", "HRS", "WBEING"), "GRP")
), "public-values.json")
