/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <stddef.h>
#include <stdint.h>

/* What libFuzzer and our own driver call with one input; returns 0. */
int LLVMFuzzerTestOneInput (const uint8_t *data, size_t size);
