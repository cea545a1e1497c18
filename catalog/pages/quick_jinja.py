"""What compiled templates do hundreds of times a page, in less time: escape, call, and ask for attributes.

``markupsafe.escape`` wraps each text in a new ``Markup``, which costs more than the escaping. Jinja's own call asks
of everything whether it wants the context, and of macros which arguments are missing; here nearly all are given. Its
``a.b`` is a function that also tries ``a['b']``; here it is Python's own.
"""

from __future__ import annotations

from types import BuiltinMethodType
from typing import TYPE_CHECKING, Any

from markupsafe import Markup, escape

if TYPE_CHECKING:
    from jinja2 import Environment, nodes
    from jinja2.compiler import Frame
    from jinja2.runtime import Context

_RUNTIME_IMPORT = "from jinja2.runtime import "
_OWN_IMPORT = "from catalog.pages.quick_jinja import quick_escape as escape\n"


def _escape_text(value: str) -> str:
    """What markupsafe's C part does to a text; used where that part is missing."""
    return (
        value.replace("&", "&amp;")
        .replace(">", "&gt;")
        .replace("<", "&lt;")
        .replace("'", "&#39;")
        .replace('"', "&#34;")
    )


try:  # not part of its public face, but pinned, and compared with its public one in the tests
    from markupsafe._speedups import _escape_inner as escape_text
except ImportError:
    escape_text = _escape_text


def quick_escape(value: object) -> str:
    """Return ``value`` as text for HTML, exactly as ``markupsafe.escape`` does, but as a plain ``str``."""
    kind = type(value)
    if kind is str:
        return escape_text(value)  # type: ignore[arg-type]
    if kind is Markup:
        return value  # type: ignore[return-value]
    return str(value) if kind is int else escape(value)


def make_context_class() -> type[Context]:
    """Return Jinja's context with a shorter way to macros that are given all they take, and to built-in functions."""
    from jinja2.runtime import Context, Macro

    as_jinja = Context.call

    class QuickContext(Context):
        """Calls come out exactly as Jinja's; everything unusual is left to it."""

        def call(self, obj: Any, /, *args: Any, _loop_vars: Any = None, _block_vars: Any = None, **named: Any) -> Any:
            if not named:
                kind = type(obj)
                if kind is Macro:
                    if len(args) == len(obj.arguments) and not (obj.caller or obj.catch_kwargs or obj.catch_varargs):
                        made = obj._func(*args)
                        return str.__new__(Markup, made) if self.eval_ctx.autoescape else made
                elif kind is BuiltinMethodType:
                    return obj(*args)
            return as_jinja(self, obj, *args, _loop_vars=_loop_vars, _block_vars=_block_vars, **named)

    return QuickContext


def make_environment_class() -> type[Environment]:
    """Return Jinja's environment with ``quick_escape`` in the place of its own ``escape``, quick calls, and
    attributes that have to be there: a key of a mapping is written ``a['b']``, and what is missing is an error.
    """
    from jinja2 import Environment
    from jinja2.compiler import CodeGenerator

    class QuickGenerator(CodeGenerator):
        """Writes ``a.b`` as it stands."""

        def visit_Getattr(self, node: nodes.Getattr, frame: Frame) -> None:
            self.write("(")
            self.visit(node.node, frame)
            self.write(f").{node.attr}")

    class QuickEnvironment(Environment):
        """Compiled templates import ``escape`` in their first lines; here they import ours after it."""

        context_class = make_context_class()
        code_generator_class = QuickGenerator

        def _generate(
            self, source: nodes.Template, name: str | None, filename: str | None, defer_init: bool = False
        ) -> str:
            code = super()._generate(source, name, filename, defer_init)
            start = code.index(_RUNTIME_IMPORT)
            end = code.index("\n", start) + 1
            return code[:end] + _OWN_IMPORT + code[end:]

    return QuickEnvironment
