"""The job of the stress bench as a straightforward vectorised NumPy program.

usage: stress_numpy.py MODEL.json RUNS REPEATS   prints one JSON line
"""

import json
import resource
import sys
import time
from statistics import NormalDist

import numpy as np

COMMON_LOSS = 0.15
SHIFT_REACH = 45
BLOCK_WEEKS = 2
LEVEL_KEPT = 0.9


def simulate(model, runs, seed):
    rng = np.random.default_rng(seed)
    h = model["horizonDays"]
    rows = np.arange(runs)
    change = np.zeros((runs, h + 2))
    change[:, : h + 1] += np.array(model["certain"])
    shock = rng.standard_normal(runs)
    shift = {
        "customer": np.rint(shock * model["shiftDays"]["customer"]).astype(int),
        "supplier": np.rint(rng.standard_normal(runs) * model["shiftDays"]["supplier"]).astype(int),
    }
    lost = {}
    for loss in model["losses"]:
        own = rng.standard_normal(runs)
        strain = np.sqrt(COMMON_LOSS) * shock + np.sqrt(1 - COMMON_LOSS) * own
        lost[loss["partyId"]] = strain > NormalDist().inv_cdf(1 - loss["share"])
    paid = np.empty((len(model["items"]), runs), dtype=np.uint16)
    for i, item in enumerate(model["items"]):
        running = np.cumsum(item["weights"])
        drawn = np.searchsorted(running, rng.random(runs) * running[-1], side="right")
        day = np.array(item["days"])[drawn] + shift[item["side"]]
        day = np.clip(day, 1, h + 1)
        if item["side"] == "customer" and item["partyId"] in lost:
            day[lost[item["partyId"]]] = h + 1
        change[rows, day] += item["amountMinor"]
        paid[i] = day
    for hit in model["hits"]:
        if hit["jitterDays"] == 0 and hit["spread"] <= 0.1:
            if hit["day"] <= h:
                noise = 1 + hit["spread"] * rng.standard_normal(runs)
                change[:, hit["day"]] += hit["meanMinor"] * noise
            continue
        day = hit["day"] + np.rint(hit["jitterDays"] * rng.standard_normal(runs)).astype(int)
        sigma = np.sqrt(np.log1p(hit["spread"] ** 2))
        amount = hit["meanMinor"] * rng.lognormal(-sigma * sigma / 2, sigma, runs)
        change[rows, np.clip(day, 1, h + 1)] += amount
    for side in model["business"]:
        change[:, 1 : h + 1] += business(side, shift[side["side"]], h, rng)
    return figures(model, change, paid)


def business(side, shift, h, rng):
    runs = len(shift)
    past, mix = np.array(side["weeks"]), np.array(side["mix"])
    weeks = len(mix)
    start = rng.integers(0, len(past), (runs, -(-weeks // BLOCK_WEEKS)))
    along = np.arange(weeks) % BLOCK_WEEKS
    drawn = past[(np.repeat(start, BLOCK_WEEKS, axis=1)[:, :weeks] + along) % len(past)]
    steps = side["weekStep"] * rng.standard_normal((runs, weeks))
    level = np.ones(runs)
    for week in range(weeks):
        level = np.maximum(0, 1 + LEVEL_KEPT * (level - 1) + steps[:, week])
        drawn[:, week] *= level
    multiple = drawn @ mix.T
    days = np.arange(-SHIFT_REACH, h + SHIFT_REACH + 1)
    flows = np.where(days < 1, 0, np.array(side["flows"])[np.clip(days, 0, h)])
    week = np.clip((days - 1) // 7, 0, weeks - 1)
    moved = np.clip(shift, -SHIFT_REACH, SHIFT_REACH)
    at = np.arange(1, h + 1) - moved[:, None] + SHIFT_REACH
    flow = flows[at] * np.take_along_axis(multiple, week[at], axis=1)
    early = np.arange(1, SHIFT_REACH + 1)
    at_first = early + SHIFT_REACH
    brought = flows[at_first] * multiple[:, week[at_first]]
    flow[:, 0] += np.where(early <= -moved[:, None], brought, 0).sum(axis=1)
    return flow


def figures(model, change, paid):
    h, runs = model["horizonDays"], len(change)
    balance = model["openingMinor"] + np.cumsum(change[:, 1 : h + 1], axis=1)
    fan = np.percentile(balance, [5, 25, 50, 75, 95], axis=0)
    lowest = balance.min(axis=1)
    low_day = balance.argmin(axis=1) + 1
    checks = [30, 60, 90, h]
    on_day = [(balance[:, d - 1] < model["floorMinor"]).mean() for d in checks]
    so_far = [(balance[:, :d].min(axis=1) < model["floorMinor"]).mean() for d in checks]
    order = np.argsort(lowest)[: runs // 20]
    steps = np.histogram(lowest, bins=24)[0]
    weeks = np.bincount((low_day - 1) // 7)
    drivers = []
    for i, item in enumerate(model["items"]):
        usual = np.cumsum(np.bincount(paid[i], minlength=h + 2)) / runs
        short = usual[low_day[order]] - (paid[i][order] <= low_day[order])
        drivers.append(short.mean() * item["amountMinor"])
    return {
        "fan": [float(v) for v in fan[:, h - 1]],
        "onDay": [float(v) for v in on_day],
        "soFar": [float(v) for v in so_far],
        "worst": float(lowest[order].mean()),
        "buffer": float(max(0, model["floorMinor"] - np.percentile(lowest, 5))),
        "driver": float(max(drivers)),
        "bins": [int(steps.sum()), int(weeks.sum())],
    }


def main():
    path, runs, repeats = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
    with open(path, encoding="utf-8") as file:
        model = json.load(file)
    times, peaks = [], []
    for i in range(repeats):
        began = time.perf_counter()
        result = simulate(model, runs, i)
        times.append((time.perf_counter() - began) * 1000)
        peaks.append(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)
    print(json.dumps({"ms": times, "peaksMb": peaks, "figures": result}))


main()
