# SPDX-License-Identifier: BSD-3-Clause
#
# What R makes of "Mersenne-Twister": generate_tools.py runs this file. A double of runif() is a word / 2^32.
cat("R ", R.version$major, ".", R.version$minor, "\n", sep = "")

bits <- function(x) paste(rev(sprintf("%02x", as.integer(writeBin(x, raw(), endian = "little")))), collapse = "")

one <- function(seed, drawn, with_state) {
    set.seed(seed)
    if (drawn > 0) runif(drawn)
    state <- .Random.seed
    x <- runif(5)
    cat("seed=", format(seed, scientific = FALSE), " drawn=", drawn, " words: ",
        paste(format(x * 2^32, scientific = FALSE, trim = TRUE), collapse = " "), " doubles: ",
        paste(sapply(x[1:3], bits), collapse = " "), " state: ",
        if (with_state) paste(state, collapse = " ") else "none", "\n", sep = "")
}

for (seed in c(0, 1, -1, -5, 2147483647, -2147483647)) one(seed, 0, FALSE)
for (drawn in c(0, 1, 1000, 1248)) one(42, drawn, TRUE)
