# GaussSuppression (Statistics Norway) with its defaults on the table of tools/bench/crossings.ts: classes of respondents
# come in on standard input, the shown cells go out, one a line: place, level, profession; "Total" for all.
if (!requireNamespace("GaussSuppression", quietly = TRUE)) {
	cat("not installed\n")
	quit(status = 0)
}
classes <- read.csv(file("stdin"), colClasses = c(rep("character", 5), "integer"))
started <- proc.time()[["elapsed"]]
cells <- suppressMessages(GaussSuppression::SuppressSmallCounts(
	data = classes,
	maxN = 4,
	protectZeros = FALSE,
	extend0 = FALSE,
	dimVar = c("region", "hospital", "unit", "level", "profession"),
	freqVar = "freq",
	printInc = FALSE
))
cat("version", as.character(utils::packageVersion("GaussSuppression")), "\n")
cat("seconds", proc.time()[["elapsed"]] - started, "\n")
place <- setdiff(names(cells), c("level", "profession", "freq", "primary", "suppressed"))
shown <- cells[!cells$suppressed & cells$freq >= 5, ]
write.table(shown[, c(place, "level", "profession")], quote = FALSE, sep = ",", row.names = FALSE, col.names = FALSE)
