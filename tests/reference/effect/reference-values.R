# What R makes of groups.csv by the formulas of docs/methods.md, "Effect of plans". R 4.2.2, base packages only; it shares no
# code with the project: the two lasting shares are fitted with lm() on side-centred columns, the prior as one more row.
rows <- read.csv("groups.csv")
rows$weight <- 1 / (rows$icc + (1 - rows$icc) / rows$n_after + (1 / rows$sd)^2 / 12)
rows$reliability <- rows$icc / (rows$icc + (1 - rows$icc) / rows$n_before)
# All are strains: up is better after turning.
rows$x <- -(rows$before - rows$centre) / rows$sd
rows$y <- -rows$after / rows$sd
rows$own <- rows$reliability * rows$x
rows$answers <- (1 - rows$reliability) * rows$x
sides <- split(seq_len(nrow(rows)), list(rows$factor, rows$part))
centred <- rows
for (side in sides) for (column in c("own", "answers", "y"))
  centred[side, column] <- rows[side, column] - weighted.mean(rows[side, column], rows$weight[side])
prior <- data.frame(own = 2, answers = -2, y = 0, weight = 1)
both <- rbind(centred[, c("own", "answers", "y", "weight")], prior)
fit <- lm(y ~ 0 + own + answers, data = both, weights = weight)
lasting <- unname(coef(fit))
bread <- solve(t(as.matrix(both[, 1:2])) %*% (both$weight * as.matrix(both[, 1:2])))
groups <- 20; degrees <- groups - 3
residual <- sqrt(groups / degrees) * centred$weight * (centred$y - as.matrix(centred[, c("own", "answers")]) %*% lasting)
scores <- rowsum(as.vector(residual) * as.matrix(centred[, c("own", "answers")]), centred$group)
variance <- bread %*% (t(scores) %*% scores) %*% bread
foreseen <- as.vector(as.matrix(centred[, c("own", "answers")]) %*% lasting)
per <- lapply(1:3, function(f) {
  at <- centred$factor == f
  one <- lm(y ~ 0 + z, data = data.frame(y = centred$y[at], z = foreseen[at]), weights = centred$weight[at])
  squares <- sum(centred$weight[at] * resid(one)^2) / degrees
  list(excess = unname(coef(one)) - 1, variance = squares / sum(centred$weight[at] * foreseen[at]^2), residual = squares)
})
excess <- sapply(per, `[[`, "excess"); error <- sapply(per, `[[`, "variance"); own <- sapply(per, `[[`, "residual")
spread <- max(0, sum(excess^2 - error) / (length(excess) - 1))
share <- if (spread == 0) rep(0, 3) else spread / (spread + error)
# Smyth 2004, section 6.2.
inverse <- function(x) uniroot(function(y) trigamma(y) - x, c(1e-6, 1e8), tol = 1e-14)$root
logs <- log(own) - digamma(degrees / 2) + log(degrees / 2)
over <- var(logs) - trigamma(degrees / 2)
if (over > 0) {
  lent <- 2 * inverse(over); common <- exp(mean(logs) + digamma(lent / 2) - log(lent / 2))
  scale <- (lent * common + degrees * own) / (lent + degrees)
} else { lent <- Inf; scale <- rep(exp(mean(logs)), 3) }
effects <- lapply(1:3, function(f) {
  side <- function(part) rows[rows$factor == f & rows$part == part, ]
  m <- function(part, column) weighted.mean(side(part)[[column]], side(part)$weight)
  gap <- c(m("acts", "own") - m("compares", "own"), m("acts", "answers") - m("compares", "answers"))
  plain <- sum(gap * lasting); more <- share[f] * excess[f]
  effect <- m("acts", "y") - m("compares", "y") - (1 + more) * plain
  variance_of <- scale[f] * (1 / sum(side("acts")$weight) + 1 / sum(side("compares")$weight)) +
    (1 + more)^2 * as.numeric(t(gap) %*% variance %*% gap) + plain^2 * spread * (1 - share[f])
  t <- effect / sqrt(variance_of)
  df <- degrees + lent
  list(effect = effect, standardError = sqrt(variance_of), probability = 2 * pt(-abs(t), df),
    low = effect - qt(0.975, df) * sqrt(variance_of))
})
number <- function(x) formatC(x, digits = 15, format = "g")
line <- function(name, values) sprintf('\t"%s": [%s]', name, paste(number(values), collapse = ", "))
writeLines(c("{", paste(c(line("lasting", lasting), line("lastingVariance", variance[c(1, 2, 4)]), line("excess", share * excess),
  line("residualScale", scale), line("effect", sapply(effects, `[[`, "effect")),
  line("standardError", sapply(effects, `[[`, "standardError")), line("probability", sapply(effects, `[[`, "probability")),
  line("low", sapply(effects, `[[`, "low"))), collapse = ",\n"), "}"), "reference-values.json")
