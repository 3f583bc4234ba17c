"""What the proxy takes and gives, as an OpenAPI document."""

from functools import cache
from typing import Any

from fabula_daemon import __version__
from fabula_daemon.http.openai import asked

Schema = dict[str, Any]


@cache
def document() -> dict[str, Any]:
    """Return the document. It is the same for every story."""
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "Fabula",
            "version": __version__,
            "description": "OpenAI's completions, with the author's world added to what a program sends.",
        },
        "security": [{"token": []}],
        "paths": {
            "/v1/models": {"get": _operation("The models that answer.", "ModelList")},
            "/v1/models/{model}": {
                "get": _operation("One of them.", "Model", errors=(404,))
                | {
                    "parameters": [
                        {"name": "model", "in": "path", "required": True, "schema": _text(minLength=1)}
                    ]
                }
            },
            "/v1/completions": {"post": _completing("Continue a text.", "CompletionRequest", "Completion")},
            "/v1/chat/completions": {
                "post": _completing("Write a chat's next message.", "ChatRequest", "ChatCompletion")
            },
            "/api/context": {
                "post": _operation(
                    "What the canon and earlier chapters say at the cursor.", "Items", (400, 503)
                )
                | _taking("Question")
            },
        },
        "components": {
            "securitySchemes": {"token": {"type": "http", "scheme": "bearer"}},
            "schemas": _schemas(),
        },
    }


def _operation(summary: str, gives: str, errors: tuple[int, ...] = ()) -> dict[str, Any]:
    answers = {"200": _content("The answer.", gives)}
    return {
        "summary": summary,
        "responses": answers
        | {str(status): _content("An error.", "Error") for status in (401, 403, *errors)},
    }


def _completing(summary: str, takes: str, gives: str) -> dict[str, Any]:
    operation = _operation(summary, gives, (400, 413, 503)) | _taking(takes)
    operation["parameters"] = [
        {
            "name": name,
            "in": "header",
            "required": False,
            "schema": {"enum": ["on", "off"]},
            "description": told,
        }
        for name, told in (
            (asked.GROUNDING, "Whether the author's world is added to the prompt."),
            (asked.GATE, "Whether names of strangers are kept out of the answer."),
        )
    ]
    told = "A chunk of the answer as JSON; the last says [DONE]."
    event = {"type": "object", "required": ["data"], "properties": {"data": _text() | {"description": told}}}
    operation["responses"]["200"]["content"]["text/event-stream"] = {"schema": event}
    return operation


def _taking(schema: str) -> dict[str, Any]:
    return {"requestBody": {"required": True, "content": {"application/json": {"schema": _ref(schema)}}}}


def _content(description: str, schema: str) -> dict[str, Any]:
    return {"description": description, "content": {"application/json": {"schema": _ref(schema)}}}


def _schemas() -> dict[str, Schema]:
    usage = _object(
        prompt_tokens=_whole(0),
        completion_tokens=_whole(0),
        total_tokens=_whole(0),
        prompt_tokens_details=_object(cached_tokens=_whole(0)),
    )
    finish = {"enum": ["stop", "length", "content_filter"]}
    rejected = _object(name=_text(), stranger={"enum": ["fresh", "draft", "default", "absent"]})
    answer = {
        "id": _text(),
        "created": _whole(0),
        "model": _text(),
        "usage": usage,
        "fabula": _object(rejected=_list(rejected)),
    }
    choice = {"index": _whole(0), "logprobs": {"type": "null"}, "finish_reason": finish}
    message = _object(role={"const": "assistant"}, content=_text())
    model = _object(id=_text(), object={"const": "model"}, created=_whole(0), owned_by=_text())
    error = _object(message=_text(), type=_text(), param=_or_null(_text()), code=_or_null(_text()))
    return {
        "CompletionRequest": _completion_request(),
        "ChatRequest": _chat_request(),
        "Completion": _object(
            object={"const": "text_completion"}, choices=_list(_object(text=_text(), **choice)), **answer
        ),
        "ChatCompletion": _object(
            object={"const": "chat.completion"}, choices=_list(_object(message=message, **choice)), **answer
        ),
        "Model": model,
        "ModelList": _object(object={"const": "list"}, data=_list(model)),
        "Question": {
            "type": "object",
            "properties": {"query": _or_null(_text()), "fullInput": _or_null(_text())},
        },
        "Items": _list(_object(name=_text(), description=_text(), content=_text())),
        "Error": _object(error=error),
    }


def _completion_request() -> Schema:
    prompts = {"anyOf": [_text(), _list(_text(), minItems=1, maxItems=asked.MOST_CHOICES)]}
    return _request(
        ("prompt",),
        prompt=prompts,
        suffix=_or_null(_text()),
        n=_or_null(_whole(1, asked.MOST_CHOICES)),
        echo={"enum": [False, None]},
        logprobs={"type": "null"},
        best_of={"enum": [1, None]},
    )


def _chat_request() -> Schema:
    part = {
        "type": "object",
        "required": ["type", "text"],
        "properties": {"type": {"const": "text"}, "text": _text()},
    }
    message = {
        "type": "object",
        "required": ["role"],
        "properties": {
            "role": {"enum": list(asked.ROLES)},
            "content": {"anyOf": [_text(), _list(part), {"type": "null"}]},
        },
    }
    return _request(
        ("messages",),
        messages=_list(message, minItems=1),
        max_completion_tokens=_or_null(_whole(1, asked.MOST_TOKENS)),
        n=_or_null(_whole(1, asked.MOST_CHOICES)),
        logprobs={"enum": [False, None]},
        top_logprobs={"enum": [0, None]},
        tools={"enum": [[], None]},
        tool_choice={"enum": ["none", "auto", None]},
        response_format={"enum": [{"type": "text"}, None]},
    )


def _request(required: tuple[str, ...], **properties: Schema) -> Schema:
    return {
        "type": "object",
        "required": list(required),
        "properties": {
            "model": _or_null(_text()),
            "max_tokens": _or_null(_whole(1, asked.MOST_TOKENS)),
            "temperature": _or_null({"type": "number", "minimum": 0, "maximum": 2}),
            "top_p": _or_null({"type": "number", "minimum": 0, "maximum": 1}),
            "seed": _or_null({"type": "integer"}),
            "stop": {"anyOf": [_text(), _list(_text(), maxItems=asked.MOST_STOPS), {"type": "null"}]},
            "stream": {"type": ["boolean", "null"]},
            "stream_options": _or_null(
                {"type": "object", "properties": {"include_usage": {"type": ["boolean", "null"]}}}
            ),
            **properties,
        },
    }


def _object(**properties: Schema) -> Schema:
    return {"type": "object", "required": list(properties), "properties": properties}


def _list(items: Schema, **limits: int) -> Schema:
    return {"type": "array", "items": items, **limits}


def _text(**limits: int) -> Schema:
    return {"type": "string", **limits}


def _whole(least: int, most: int | None = None) -> Schema:
    return {"type": "integer", "minimum": least} | ({} if most is None else {"maximum": most})


def _or_null(schema: Schema) -> Schema:
    return {"anyOf": [schema, {"type": "null"}]}


def _ref(name: str) -> Schema:
    return {"$ref": f"#/components/schemas/{name}"}
