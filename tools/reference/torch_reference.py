"""Writes what PyTorch computes, for the tests to compare with: optimizer trajectories and learning rates.

Run with any PyTorch from 1.13 on (Debian: python3-torch); the result does not depend on the version beyond rounding.

    python3 tools/reference/torch_reference.py src/test/resources/reference
"""

import json
import sys
from pathlib import Path

import torch
from torch.optim import lr_scheduler as lrs

# also what optimizers keep in tensors of their own, such as NAdam's product of momenta
torch.set_default_dtype(torch.float64)

# f(x) = sum a_i (x_i - c_i)^2 / 2
A = [0.5, 1, 3, 10, 0.01]
C = [1, -2, 0.25, 0, 30]
START = [0, 0, 1, -1, 2.5]
STEPS = [1, 2, 3, 5, 6, 7, 10, 20, 40]


def trajectory(make, before=lambda x: None):
    x = torch.tensor(START, dtype=torch.float64, requires_grad=True)
    a = torch.tensor(A, dtype=torch.float64)
    c = torch.tensor(C, dtype=torch.float64)
    optimizer = make([x])

    def closure():
        optimizer.zero_grad()
        loss = (a * (x - c) ** 2).sum() / 2
        loss.backward()
        return loss

    path = {}
    for t in range(1, STEPS[-1] + 1):
        if isinstance(optimizer, torch.optim.LBFGS):
            optimizer.step(closure)
        else:
            closure()
            before(x)
            optimizer.step()
        if t in STEPS:
            path[t] = x.tolist()
    return path


def case(name, spec, make, before=lambda x: None, **around):
    return {"name": name, "optimizer": spec, **around, "steps": trajectory(make, before)}


def optimizers():
    o = torch.optim
    sgd = {"type": "SGD", "learningRate": 0.05}
    yield case("SGD", sgd, lambda p: o.SGD(p, lr=0.05))
    yield case(
        "SGD, dampening",
        {**sgd, "momentum": 0.9, "dampening": 0.3, "weightDecay": 0.02},
        lambda p: o.SGD(p, lr=0.05, momentum=0.9, dampening=0.3, weight_decay=0.02),
    )
    yield case(
        "SGD, Nesterov",
        {**sgd, "momentum": 0.9, "nesterov": True},
        lambda p: o.SGD(p, lr=0.05, momentum=0.9, nesterov=True),
    )
    rms = {"type": "RMSprop", "learningRate": 0.02}
    yield case("RMSprop", rms, lambda p: o.RMSprop(p, lr=0.02))
    yield case(
        "RMSprop, momentum",
        {**rms, "momentum": 0.8, "alpha": 0.9, "epsilon": 1e-3},
        lambda p: o.RMSprop(p, lr=0.02, momentum=0.8, alpha=0.9, eps=1e-3),
    )
    yield case(
        "RMSprop, centred",
        {**rms, "centred": True, "weightDecay": 0.1},
        lambda p: o.RMSprop(p, lr=0.02, centered=True, weight_decay=0.1),
    )
    yield case(
        "RMSprop, centred with momentum",
        {**rms, "centred": True, "momentum": 0.5},
        lambda p: o.RMSprop(p, lr=0.02, centered=True, momentum=0.5),
    )
    adam = {"type": "Adam", "learningRate": 0.1}
    yield case("Adam", adam, lambda p: o.Adam(p, lr=0.1))
    yield case(
        "Adam, all set",
        {**adam, "beta1": 0.8, "beta2": 0.95, "epsilon": 1e-3, "weightDecay": 0.1},
        lambda p: o.Adam(p, lr=0.1, betas=(0.8, 0.95), eps=1e-3, weight_decay=0.1),
    )
    yield case(
        "Adam, AMSGrad",
        {**adam, "amsgrad": True, "beta2": 0.9},
        lambda p: o.Adam(p, lr=0.1, betas=(0.9, 0.9), amsgrad=True),
    )
    yield case("AdamW", {**adam, "type": "AdamW"}, lambda p: o.AdamW(p, lr=0.1))
    yield case(
        "AdamW, AMSGrad",
        {**adam, "type": "AdamW", "amsgrad": True, "beta2": 0.9, "weightDecay": 0.2},
        lambda p: o.AdamW(p, lr=0.1, betas=(0.9, 0.9), amsgrad=True, weight_decay=0.2),
    )
    # foreach: without it, 1.13 multiplies one momentum in twice, a slip that 2.0 mended
    nadam = {"type": "NAdam", "learningRate": 0.05}
    yield case("NAdam", nadam, lambda p: o.NAdam(p, lr=0.05, foreach=True))
    yield case(
        "NAdam, all set",
        {**nadam, "beta1": 0.8, "beta2": 0.95, "momentumDecay": 0.1, "weightDecay": 0.1},
        lambda p: o.NAdam(
            p, lr=0.05, betas=(0.8, 0.95), momentum_decay=0.1, weight_decay=0.1, foreach=True
        ),
    )
    radam = {"type": "RAdam", "learningRate": 0.05}
    yield case("RAdam", radam, lambda p: o.RAdam(p, lr=0.05))
    yield case(
        "RAdam, all set",
        {**radam, "beta1": 0.8, "beta2": 0.95, "weightDecay": 0.1},
        lambda p: o.RAdam(p, lr=0.05, betas=(0.8, 0.95), weight_decay=0.1),
    )
    adamax = {"type": "Adamax", "learningRate": 0.05}
    yield case("Adamax", adamax, lambda p: o.Adamax(p, lr=0.05))
    yield case(
        "Adamax, all set",
        {**adamax, "beta1": 0.8, "beta2": 0.95, "weightDecay": 0.1},
        lambda p: o.Adamax(p, lr=0.05, betas=(0.8, 0.95), weight_decay=0.1),
    )
    adagrad = {"type": "Adagrad", "learningRate": 0.3}
    yield case("Adagrad", adagrad, lambda p: o.Adagrad(p, lr=0.3))
    yield case(
        "Adagrad, all set",
        {**adagrad, "rateDecay": 0.1, "initialSum": 0.5, "weightDecay": 0.1},
        lambda p: o.Adagrad(p, lr=0.3, lr_decay=0.1, initial_accumulator_value=0.5, weight_decay=0.1),
    )
    adadelta = {"type": "Adadelta", "learningRate": 1.0}
    yield case("Adadelta", adadelta, lambda p: o.Adadelta(p))
    yield case(
        "Adadelta, all set",
        {**adadelta, "learningRate": 0.5, "rho": 0.8, "epsilon": 1e-4, "weightDecay": 0.1},
        lambda p: o.Adadelta(p, lr=0.5, rho=0.8, eps=1e-4, weight_decay=0.1),
    )
    # what is around the optimizer
    clip = torch.nn.utils
    yield case(
        "clipped by norm",
        sgd,
        lambda p: o.SGD(p, lr=0.05),
        lambda x: clip.clip_grad_norm_([x], 2.0),
        clipNorm=2.0,
    )
    yield case(
        "clipped by value",
        sgd,
        lambda p: o.SGD(p, lr=0.05),
        lambda x: clip.clip_grad_value_([x], 0.4),
        clipValue=0.4,
    )


def searches():
    o = torch.optim
    lbfgs = {"type": "LBFGS", "learningRate": 0.2, "iterations": 2, "history": 3}
    yield case("LBFGS", lbfgs, lambda p: o.LBFGS(p, lr=0.2, max_iter=2, history_size=3, max_eval=1000))
    yield case(
        "LBFGS, strong Wolfe",
        {**lbfgs, "learningRate": 1.0, "iterations": 1, "lineSearch": "strongWolfe"},
        lambda p: o.LBFGS(p, lr=1, max_iter=1, history_size=3, line_search_fn="strong_wolfe", max_eval=1000),
    )


BASE = 0.2
UNITS = 40
LOSSES = [5, 4, 3, 3.1, 3, 2.9999, 3, 3, 2, 2.5, 2.5, 2.5, 2.5, 2.5, 2.5, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1]


def rates(make, units=UNITS, base=BASE):
    optimizer = torch.optim.SGD([torch.zeros(1, requires_grad=True)], lr=base)
    schedule = make(optimizer)
    path = []
    for _ in range(units):
        path.append(optimizer.param_groups[0]["lr"])
        optimizer.step()
        schedule.step()
    return path


def plateau(**settings):
    optimizer = torch.optim.SGD([torch.zeros(1, requires_grad=True)], lr=BASE)
    schedule = lrs.ReduceLROnPlateau(optimizer, eps=0, **settings)
    path = []
    for loss in LOSSES:
        path.append(optimizer.param_groups[0]["lr"])
        schedule.step(loss)
    return path


def schedules():
    def one(spec, make, units=UNITS):
        return {"schedule": spec, "rates": rates(make, units)}

    yield one({"type": "Constant", "factor": 0.5}, lambda o: lrs.LambdaLR(o, lambda t: 0.5))
    yield one({"type": "Step", "every": 7, "gamma": 0.3}, lambda o: lrs.StepLR(o, 7, 0.3))
    yield one(
        {"type": "MultiStep", "milestones": [3, 11, 30], "gamma": 0.2},
        lambda o: lrs.MultiStepLR(o, [3, 11, 30], 0.2),
    )
    yield one(
        {"type": "Linear", "startFactor": 0.1, "endFactor": 0.8, "over": 9},
        lambda o: lrs.LinearLR(o, 0.1, 0.8, 9),
    )
    yield one({"type": "Exponential", "gamma": 0.9}, lambda o: lrs.ExponentialLR(o, 0.9))
    yield one({"type": "Polynomial", "power": 2.5, "over": 30}, lambda o: lrs.PolynomialLR(o, 30, 2.5))
    yield one({"type": "Polynomial"}, lambda o: lrs.PolynomialLR(o, UNITS, 1.0))
    yield one(
        {"type": "CosineAnnealing", "over": 15, "minFactor": 0.1},
        lambda o: lrs.CosineAnnealingLR(o, 15, 0.1 * BASE),
    )
    yield one({"type": "CosineAnnealing"}, lambda o: lrs.CosineAnnealingLR(o, UNITS))
    yield one(
        {"type": "CosineWarmRestarts", "period": 7, "minFactor": 0.05},
        lambda o: lrs.CosineAnnealingWarmRestarts(o, 7, 1, 0.05 * BASE),
    )
    yield one(
        {"type": "CosineWarmRestarts", "period": 3, "growth": 2},
        lambda o: lrs.CosineAnnealingWarmRestarts(o, 3, 2),
    )
    for mode, ours in [("triangular", "triangular"), ("triangular2", "triangular2"), ("exp_range", "exponential")]:
        yield one(
            {"type": "Cyclic", "up": 4, "down": 7, "maxFactor": 6.0, "mode": ours, "gamma": 0.97},
            lambda o, mode=mode: lrs.CyclicLR(
                o, BASE, 6 * BASE, 4, 7, mode, 0.97, cycle_momentum=False
            ),
        )
    yield one(
        {"type": "Cyclic", "up": 5},
        lambda o: lrs.CyclicLR(o, BASE, 10 * BASE, 5, cycle_momentum=False),
    )
    for strategy, ours in [("cos", "cosine"), ("linear", "linear")]:
        for three in [False, True]:
            yield one(
                {"type": "OneCycle", "shape": ours, "threePhases": three},
                lambda o, strategy=strategy, three=three: lrs.OneCycleLR(
                    o, BASE, UNITS, anneal_strategy=strategy, three_phase=three, cycle_momentum=False
                ),
            )
    yield one(
        {"type": "OneCycle", "over": 31, "warmShare": 0.2, "startDivisor": 5.0, "endDivisor": 50.0},
        lambda o: lrs.OneCycleLR(
            o, BASE, 31, pct_start=0.2, div_factor=5, final_div_factor=50, cycle_momentum=False
        ),
        31,
    )


def sequences():
    yield {
        "schedule": [
            {"type": "Linear", "startFactor": 0.1, "endFactor": 1.0, "over": 6, "length": 6},
            {"type": "Constant", "length": 9},
            {"type": "Exponential", "gamma": 0.8},
        ],
        "rates": rates(
            lambda o: lrs.SequentialLR(
                o,
                [lrs.LinearLR(o, 0.1, 1.0, 6), lrs.LambdaLR(o, lambda t: 1), lrs.ExponentialLR(o, 0.8)],
                [6, 15],
            )
        ),
    }


def plateaus():
    for spec, settings in [
        ({"patience": 2}, {"patience": 2}),
        ({"patience": 1, "cooldown": 2, "factor": 0.5}, {"patience": 1, "cooldown": 2, "factor": 0.5}),
        (
            {"patience": 0, "threshold": 0.2, "thresholdMode": "absolute", "factor": 0.5, "minFactor": 0.05},
            {"patience": 0, "threshold": 0.2, "threshold_mode": "abs", "factor": 0.5, "min_lr": 0.05 * BASE},
        ),
    ]:
        yield {"schedule": {"type": "ReduceOnPlateau", **spec}, "rates": plateau(**settings)}


def write(folder, name, content):
    content = {"source": "tools/reference/torch_reference.py", "torch": torch.__version__, **content}
    Path(folder, name).write_text(compact(content) + "\n")


def compact(value, depth=0):
    pad = "  " * (depth + 1)
    if isinstance(value, dict) and any(isinstance(v, (dict, list)) for v in value.values()):
        inner = ",\n".join(f"{pad}{json.dumps(str(k))}: {compact(v, depth + 1)}" for k, v in value.items())
        return "{\n" + inner + "\n" + "  " * depth + "}"
    if isinstance(value, list) and value and isinstance(value[0], (dict, list)):
        inner = ",\n".join(pad + compact(v, depth + 1) for v in value)
        return "[\n" + inner + "\n" + "  " * depth + "]"
    return json.dumps(value)


def main(folder):
    write(folder, "optimizers.json", {"a": A, "c": C, "start": START, "cases": list(optimizers()), "searches": list(searches())})
    write(
        folder,
        "schedules.json",
        {
            "base": BASE,
            "units": UNITS,
            "losses": LOSSES,
            "cases": list(schedules()) + list(sequences()),
            "plateaus": list(plateaus()),
        },
    )


if __name__ == "__main__":
    main(sys.argv[1])
