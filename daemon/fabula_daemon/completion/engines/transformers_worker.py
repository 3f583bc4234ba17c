"""The process in which the embedded engine's model lives: `python -m … MODEL_DIRECTORY CONTEXT [ADAPTER]`.

In come {"generate": id, text, opening, banned, seed, max_tokens, temperature, top_p, stop}, {"weigh": id,
text, opening, top} and {"abort": id}. Out go {"ready"} once, or {"unusable": why} and the process ends; then
for each prompt {"piece": id, text, logprob, tokens} as often as there is some, and one {"done": id, error,
finish, prompt, reused, generated, cut}: the counts are tokens, error is null unless it failed, finish is null
if it failed or was aborted. To weigh is answered by {"weighed": id, error, likeliest, complete}: pairs of a
token's text and the logarithm of its probability, and whether these are all there are.
"""

import logging
import sys
from collections import deque
from pathlib import Path
from typing import TYPE_CHECKING, Any

from fabula_daemon.completion.engines.speller import Speller
from fabula_daemon.processes import Parent

if TYPE_CHECKING:
    from fabula_daemon.completion.engines.generation import LanguageModel, Task

WARMING_UP = {
    "text": "Once",
    "opening": " ",
    "banned": (),
    "seed": 0,
    "max_tokens": 2,
    "temperature": 0.0,
    "top_p": 1.0,
    "stop": (),
}


def main(argv: list[str]) -> int:
    """Load the model, then continue prompts until the parent goes."""
    parent = Parent()  # before everything else: importing what follows takes seconds, and may print
    try:
        import torch

        from fabula_daemon.completion.engines.generation import LanguageModel

        torch.set_num_threads(1)
        adapter = Path(argv[2]) if len(argv) > 2 else None
        model = LanguageModel(Path(argv[0]), context=int(argv[1]), adapter=adapter)
        server = Server(parent, model)
        server.warm_up()
    except Exception as error:
        logging.exception("The model cannot be used.")
        parent.emit({"unusable": f"{type(error).__name__}: {error}"})
        return 1
    parent.emit({"ready": True})
    while True:
        server.serve_one()


class Server:
    """Continues prompts in the order in which they come, until nobody wants what is being written."""

    def __init__(self, parent: Parent, model: "LanguageModel") -> None:
        self._parent, self._model = parent, model
        self._waiting: deque[dict[str, Any]] = deque()
        self._aborted: set[int] = set()

    def warm_up(self) -> None:
        """Do once what the first prompt would otherwise wait for."""
        list(self._model.continuation(self._task(WARMING_UP)[0], lambda: True))

    def serve_one(self) -> None:
        """Wait for a prompt if there is none, and continue it."""
        while not self._waiting:
            self._take(self._parent.receive())
        message = self._waiting.popleft()
        if "weigh" in message:
            self._weigh(message)
            return
        number = int(message["generate"])
        task, cut = self._task(message)
        counts = {"prompt": len(task.tokens), "reused": self._model.reusable(task.tokens), "cut": cut}
        error, finish, generated = None, None, 0
        speller, logprob, tokens = Speller(task.opening, message["stop"]), 0.0, 0
        try:
            for token in self._model.continuation(task, lambda: self._wanted(number)):
                if token.finish is None:
                    generated, tokens, logprob = generated + 1, tokens + 1, logprob + token.logprob
                    text = speller.add(token.piece)
                else:
                    text = speller.rest()
                finish = "stop" if speller.is_over and token.finish is None else token.finish
                if text:
                    self._parent.emit({"piece": number, "text": text, "logprob": logprob, "tokens": tokens})
                    logprob, tokens = 0.0, 0
                if finish:
                    break
        except Exception as failure:  # one prompt's, not the model's: the next may well succeed
            logging.exception("A prompt could not be continued.")
            self._model.forget()
            error = f"{type(failure).__name__}: {failure}"
        self._aborted = {later for later in self._aborted if later > number}
        ended = {"done": number, "error": error, "finish": finish, "generated": generated}
        self._parent.emit({**ended, **counts})

    def _weigh(self, message: dict[str, Any]) -> None:
        error, complete = None, False
        likeliest: list[tuple[str, float]] = []
        try:
            tokens, opening = self._model.tokens(message["text"], message["opening"])
            fitting = self._model.fit(tokens, 1)
            likeliest, complete = self._model.likeliest(fitting, opening, int(message["top"]))
        except Exception as failure:  # as above
            logging.exception("A prompt could not be weighed.")
            self._model.forget()
            error = f"{type(failure).__name__}: {failure}"
        answer = {"weighed": message["weigh"], "error": error}
        self._parent.emit({**answer, "likeliest": likeliest, "complete": complete})

    def _wanted(self, number: int) -> bool:
        while message := self._parent.receive(timeout=0):
            self._take(message)
        return number not in self._aborted

    def _take(self, message: dict[str, Any] | None) -> None:
        if message and ("generate" in message or "weigh" in message):
            self._waiting.append(message)
        elif message and "abort" in message:
            self._aborted.add(int(message["abort"]))

    def _task(self, message: dict[str, Any]) -> "tuple[Task, int]":
        """Return a message's task, and how many tokens at its front the model has no room for."""
        from fabula_daemon.completion.engines.generation import Task

        tokens, opening = self._model.tokens(message["text"], message["opening"])
        fitting = self._model.fit(tokens, message["max_tokens"])
        task = Task(
            tokens=fitting,
            opening=opening,
            banned=message["banned"],
            seed=message["seed"],
            max_tokens=message["max_tokens"],
            temperature=message["temperature"],
            top_p=message["top_p"],
        )
        return task, len(tokens) - len(fitting)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
