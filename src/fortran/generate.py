#!/usr/bin/env python3
# SPDX-License-Identifier: BSD-3-Clause
"""generate.py [--check]: writes the generated parts of nprand.f90, the module for Fortran.

The parts stand between the lines "! generated NAME" and "! end of NAME" and come from
include/nprand.h (the statuses) and src/methods.def (the methods). A row of methods.def that this
script cannot place is an error. With --check nothing is written: the exit status is 1 if nprand.f90
differs from what would be written."""

import collections
import pathlib
import re
import sys
import textwrap

HERE = pathlib.Path(__file__).resolve().parent
MODULE = HERE / "nprand.f90"
HEADER = HERE.parent.parent / "include" / "nprand.h"
METHODS = HERE.parent / "methods.def"

Row = collections.namedtuple("Row", ["kind", "name", "element", "parameters"])
Parameter = collections.namedtuple("Parameter", ["type", "name", "default"])

REAL = "real(c_double)"
INT64 = "integer(c_int64_t)"
INT32 = "integer(c_int32_t)"

# The element of a C array -> the element of x, its short name, and the mask of an unsigned integer
# that x holds in the next larger kind.
ELEMENTS = {
    "double": (REAL, "", None),
    "bool": ("logical(c_bool)", "bool", None),
    "int8_t": ("integer(c_int8_t)", "int8", None),
    "int16_t": ("integer(c_int16_t)", "int16", None),
    "int32_t": (INT32, "int32", None),
    "int64_t": (INT64, "int64", None),
    "uint64_t": (INT64, "int64", None),
    "uint8_t": ("integer(c_int16_t)", "int16", "255_c_int16_t"),
    "uint16_t": (INT32, "int32", "65535_c_int32_t"),
    "uint32_t": (INT64, "int64", "4294967295_c_int64_t"),
}
SIGNED = {"uint8_t": "integer(c_int8_t)", "uint16_t": "integer(c_int16_t)", "uint32_t": INT32}

# Rows whose Fortran form is the method randint: the kind of x takes the place of NumPy's dtype.
# int64 is the row randint itself, which has the same values unless a long has 32 bits.
BY_KIND = ["randint_bool", "randint_int8", "randint_int16", "randint_int32"]

# Rows with a form of their own, below, and the method that has it.
SPECIAL = {
    "multinomial": "multinomial", "dirichlet": "dirichlet", "shuffle": "shuffle", "bytes": "bytes",
    "permutation": "permutation", "permutation_array": "permutation", "choice": "choice",
    "choice_p": "choice", "choice_p_float": "choice", "choice_no_replace": "choice",
    "choice_no_replace_p": "choice", "choice_no_replace_p_float": "choice",
}

ITEMS = ["integer(c_int8_t)", "integer(c_int16_t)", INT32, INT64, "real(c_float)", REAL]


def read_rows():
    """The rows of methods.def that are NumPy's: those without PY_."""
    text = METHODS.read_text(encoding="ascii").split("/* clang-format off */")[1]
    rows = []
    for kind, name, types, count, inside in re.findall(
            r"^([A-Z]+)\((\w+),([^()\"]*?)P(\d)\(([^()]*)\),\s*\"", text, re.MULTILINE):
        words = [word.strip().strip('"') for word in inside.split(",")] if inside.strip() else []
        if len(words) != 3 * int(count):
            sys.exit(f"{METHODS.name}: the parameters of {name} cannot be read")
        parameters = [Parameter(words[i], *numpy_name(words[i + 1], words[i + 2]))
                      for i in range(0, len(words), 3)]
        # The method randint has one form for all dtypes, in which high may be absent.
        if name.startswith("randint"):
            parameters = [p._replace(default="None") if p.name == "high" else p
                          for p in parameters]
        types = [word.strip() for word in types.split(",") if word.strip()]
        rows.append(Row(kind, name, types[-1] if types else "", parameters))
    written = len(re.findall(r"^(?:DRAW|EACH|PACKED|WEIGHTED|SAMPLE|ROWS|ARRAY)\(", text, re.MULTILINE))
    if len(rows) != written:
        sys.exit(f"{METHODS.name}: {len(rows)} of {written} rows can be read")
    return rows


def numpy_name(name, numpy):
    """NumPy's name of a parameter, and its default; the endpoint forms keep C's name, last."""
    numpy, _, default = numpy.partition("=")
    return (name if name == "last" else numpy or name), default


def wrapped(first, items, indent, closing=""):
    """FIRST and the items between commas, in lines of at most 100 columns."""
    lines = textwrap.wrap(first + ", ".join(items) + closing, 98, initial_indent=" " * indent,
                          subsequent_indent=" " * (indent + 4), break_long_words=False,
                          break_on_hyphens=False)
    return " &\n".join(lines) + "\n"


def statuses():
    text = HEADER.read_text(encoding="ascii")
    text = text[text.index("typedef enum nprand_status {"):text.index("} nprand_status;")]
    names = re.findall(r"^    (NPRAND_\w+)", text, re.MULTILINE)
    return "".join(f"    integer, parameter, public :: {name} = {number}\n"
                   for number, name in enumerate(names))


def is_integer(row):
    return any(p.type in ("int64_t", "uint64_t") for p in row.parameters)


def method_of(row):
    if row.name in BY_KIND:
        return "randint"
    return SPECIAL.get(row.name, row.name)


Form = collections.namedtuple("Form", ["row", "specific", "x", "arguments"])


def forms(row):
    """The Fortran procedures of a row: one for each kind of x, times one for each kind of integer
    parameters."""
    x, short, mask = ELEMENTS[row.element]
    kinds = [(x, short)]
    if row.element == "int64_t" and row.name in ("randint_int64", "randint_int64_endpoint"):
        pass
    elif row.element == "int64_t" and row.name != "randint":
        kinds.append((INT32, "int32"))
    integers = [(INT64, "_64"), (INT32, "_32")] if is_integer(row) else [("", "")]
    if row.element == "uint64_t":
        integers = integers[:1]
    result = []
    for x, short in kinds:
        for arguments, suffix in integers:
            name = "draw_" + row.name + ("_to_" + short if short else "") + suffix
            result.append(Form(row, name, x, arguments))
    return result


def bindings(rows):
    specifics = collections.OrderedDict()
    for row in rows:
        names = specifics.setdefault(method_of(row), [])
        if row.name not in SPECIAL:
            names += [form.specific for form in forms(row)]
    for method, names in SPECIAL_FORMS.items():
        specifics[method] = names
    text = "".join(f"        procedure :: {method} => {names[0]}\n"
                   for method, names in specifics.items() if len(names) == 1)
    for method, names in specifics.items():
        if len(names) > 1:
            text += wrapped("procedure, private :: ", names, 8)
            text += wrapped(f"generic :: {method} => ", names, 8)
    return text


def c_arguments(row):
    """The declarations of the C parameters of a fill."""
    lines = []
    for type_, fortran in (("double", REAL), ("int64_t", INT64), ("uint64_t", INT64)):
        names = [p.name for p in row.parameters if p.type == type_]
        if names:
            lines.append(f"{fortran}, value :: {', '.join(names)}")
    return lines


def interfaces(rows):
    text = ""
    for row in rows:
        if row.name in SPECIAL:
            continue
        names = ["rng"] + [p.name for p in row.parameters] + ["count", "x"]
        function = f"nprand_{row.name}_fill"
        head = f"        function {function}({', '.join(names)})"
        text += head + " &\n            result(status) bind(c)\n"
        text += "            import\n            type(nprand_rng), intent(inout) :: rng\n"
        text += "".join(f"            {line}\n" for line in c_arguments(row))
        text += "            integer(c_size_t), value :: count\n"
        text += "            type(c_ptr), value :: x\n            integer(c_int) :: status\n"
        text += "        end function\n"
    return text


def declarations(form):
    """The declarations of the parameters of a Fortran procedure."""
    text = ""
    for fortran, types in ((REAL, ("double",)), (form.arguments, ("int64_t", "uint64_t"))):
        for optional in (False, True):
            names = [p.name for p in form.row.parameters
                     if p.type in types and bool(p.default) == optional]
            if names:
                text += (f"        {fortran}, intent(in){', optional' if optional else ''} :: "
                         f"{', '.join(names)}\n")
    return text


def value_of(parameter):
    """What is handed to C for a parameter."""
    if parameter.type == "double" and parameter.default:
        return f"given({parameter.name}, {float(parameter.default)}_c_double)"
    return parameter.name


def may_lack_high(row):
    return any(p.default == "None" for p in row.parameters)


def call(form, target):
    """The statements that call the fill of C. Where high is absent, low is the upper bound."""
    row = form.row
    before = ""
    values = [value_of(p) for p in row.parameters]
    if may_lack_high(row):
        values = ["from", "to"]
        before = f"""        from = {1 if row.name == 'random_integers' else 0}
        to = low
        if (present(high)) then
            from = low
            to = high
        end if
"""
    values = ["self%rng"] + values + ["size(x, kind=c_size_t)", f"c_loc({target})"]
    return before + wrapped(f"status = nprand_{row.name}_fill(", values, 8, ")")


FLAT = "        call c_f_pointer(c_loc(x), flat, [size(x, kind=c_size_t)])\n"


def body(form):
    """The local variables and the statements of a procedure."""
    row = form.row
    variables = "        integer(c_int) :: status\n"
    if may_lack_high(row):
        variables = "        integer(c_int64_t) :: from, to\n" + variables
    mask = ELEMENTS[row.element][2]
    if mask:
        return f"""{variables}        {SIGNED[row.element]}, allocatable, target :: bits(:)
        {form.x}, pointer :: flat(:)

        allocate (bits(max(size(x, kind=c_size_t), 1_c_size_t)))
{call(form, "bits")}{FLAT}        if (status == NPRAND_OK) then
            flat = iand(int(bits(:size(flat, kind=c_size_t)), kind(flat)), {mask})
        end if
"""
    if row.element == "int64_t" and form.x == INT32:
        return f"""{variables}        integer(c_int64_t), allocatable, target :: wide(:)
        integer(c_int32_t), pointer :: flat(:)
        type(nprand_rng) :: before

        before = self%rng
        allocate (wide(max(size(x, kind=c_size_t), 1_c_size_t)))
{call(form, "wide")}{FLAT}        call narrow(status, self%rng, before, wide, flat)
"""
    return variables + "\n" + call(form, "x")


def procedure(form):
    row = form.row
    names = [p.name for p in row.parameters]
    text = wrapped(f"subroutine {form.specific}(", ["self", "x"] + names + ["stat"], 4, ")")
    text += "        class(RandomState), intent(inout) :: self\n"
    text += f"        {form.x}, intent(inout), contiguous, target :: x(..)\n"
    text += declarations(form)
    text += "        integer, intent(out), optional :: stat\n"
    if form.arguments == INT32 and not may_lack_high(row):
        values = [p.name if p.type == "double" else f"int({p.name}, c_int64_t)"
                  for p in row.parameters]
        longer = form.specific[:-len("32")] + "64"
        text += "\n" + wrapped(f"call {longer}(", ["self", "x"] + values + ["stat"], 8, ")")
    else:
        text += body(form) + f"        call finish(status, '{method_of(row)}', stat)\n"
    return text + "    end subroutine\n"


def short_of(type_):
    return re.sub(r".*\(c_|\)|_t\)", "", type_)


SPECIAL_FORMS = {
    "shuffle": ["shuffle_" + short_of(item) for item in ITEMS],
    "permutation": ["permutation_" + short_of(item) for item in ITEMS],
    "choice": [f"choice_{p}_{x}_{a}" for p in ("double", "float") for x in ("int64", "int32")
               for a in ("64", "32")],
    "multinomial": [f"multinomial_{x}_{n}" for x in ("int64", "int32") for n in ("64", "32")],
}


def shuffles():
    text = ""
    for item in ITEMS:
        short = short_of(item)
        # Without x, the result is that of permutation(n): NumPy's integers alone.
        may_lack_x = item in (INT32, INT64)
        optional = ", optional" if may_lack_x else ""
        without_x = (f"""        if (.not. present(x)) then
            call permutation_of_{short}(self%rng, size(y, kind=c_size_t), c_loc(y), status)
            call finish(status, 'permutation', stat)
            return
        end if
""" if may_lack_x else "")
        text += f"""
    subroutine shuffle_{short}(self, x, stat)
        class(RandomState), intent(inout) :: self
        {item}, intent(inout), contiguous, target :: x(..)
        integer, intent(out), optional :: stat
        integer(c_size_t) :: rows, bytes
        integer(c_int) :: status

        status = NPRAND_FORTRAN_SHAPE
        if (rank(x) > 0) then
            call rows_of(shape(x, c_size_t), storage_size(x, c_size_t) / 8, rows, bytes)
            status = nprand_shuffle(self%rng, c_loc(x), rows, bytes)
        end if
        call finish(status, 'shuffle', stat)
    end subroutine

    subroutine permutation_{short}(self, y, x, stat)
        class(RandomState), intent(inout) :: self
        {item}, intent(inout), contiguous, target :: y(..)
        {item}, intent(in), contiguous, target{optional} :: x(..)
        integer, intent(out), optional :: stat
        integer(c_size_t) :: rows, bytes
        integer(c_int) :: status

{without_x}        status = NPRAND_FORTRAN_SHAPE
        if (same_shape(shape(x, c_size_t), shape(y, c_size_t))) then
            call rows_of(shape(x, c_size_t), storage_size(x, c_size_t) / 8, rows, bytes)
            status = nprand_permutation_array(self%rng, c_loc(x), rows, bytes, c_loc(y))
        end if
        call finish(status, 'permutation', stat)
    end subroutine
"""
    return text


# x of either kind is drawn as int64: "wide" for int32, the caller's own memory for int64.
WIDE = {
    "int64": ("        integer(c_int64_t), pointer :: wide(:)\n",
              "        call c_f_pointer(c_loc(x), wide, [size(x, kind=c_size_t)])\n", ""),
    "int32": ("        integer(c_int64_t), allocatable, target :: wide(:)\n"
              "        integer(c_int32_t), pointer :: flat(:)\n"
              "        type(nprand_rng) :: before\n",
              "        before = self%rng\n        allocate (wide(size(x, kind=c_size_t)))\n",
              "        call c_f_pointer(c_loc(x), flat, [size(x, kind=c_size_t)])\n"
              "        call narrow(status, self%rng, before, wide, flat)\n"),
}


def choices():
    text = ""
    for p in ("double", "float"):
        for x in ("int64", "int32"):
            for a in ("64", "32"):
                declared, before, after = WIDE[x]
                optional = ", optional" if p == "double" else ""
                text += f"""
    subroutine choice_{p}_{x}_{a}(self, x, a, replace, p, stat)
        class(RandomState), intent(inout) :: self
        integer(c_{x}_t), intent(inout), contiguous, target :: x(..)
        integer(c_int{a}_t), intent(in) :: a
        logical, intent(in), optional :: replace
        real(c_{p}), intent(in){optional} :: p(:)
        integer, intent(out), optional :: stat
        integer(c_int) :: status
{declared}
{before}        call choose_{p}(self%rng, wide, int(a, c_int64_t), replace, p, status)
{after}        call finish(status, 'choice', stat)
    end subroutine
"""
    return text


def multinomials():
    text = ""
    for x in ("int64", "int32"):
        for n in ("64", "32"):
            declared, before, after = WIDE[x]
            text += f"""
    subroutine multinomial_{x}_{n}(self, x, n, pvals, stat)
        class(RandomState), intent(inout) :: self
        integer(c_{x}_t), intent(inout), contiguous, target :: x(..)
        integer(c_int{n}_t), intent(in) :: n
        real(c_double), intent(in) :: pvals(:)
        integer, intent(out), optional :: stat
        integer(c_int) :: status
{declared}
{before}        call fill_multinomial(self%rng, wide, shape(x, c_size_t), int(n, c_int64_t), pvals, &
            status)
{after}        call finish(status, 'multinomial', stat)
    end subroutine
"""
    return text


def generated():
    rows = read_rows()
    unknown = [row.name for row in rows
               if row.name not in SPECIAL and (row.kind not in ("DRAW", "EACH", "PACKED")
                                               or row.element not in ELEMENTS)]
    missing = set(SPECIAL) - {row.name for row in rows}
    if unknown or missing:
        sys.exit(f"{METHODS.name}: no form in Fortran: {unknown}; no longer a row: {sorted(missing)}")
    draws = "".join("\n" + procedure(form) for row in rows if row.name not in SPECIAL
                    for form in forms(row))
    return {"statuses": statuses(), "methods": bindings(rows), "interfaces": interfaces(rows),
            "procedures": draws + shuffles() + choices() + multinomials()}


def main():
    if sys.argv[1:] not in ([], ["--check"]):
        sys.exit(__doc__)
    text = old = MODULE.read_text(encoding="ascii")
    for name, part in generated().items():
        text, count = re.subn(rf"(?ms)(^ *! generated {name}[^\n]*\n).*?(^ *! end of {name}\n)",
                              lambda match, part=part: match[1] + part + match[2], text)
        if count != 1:
            sys.exit(f"{MODULE.name}: no place for {name}")
    long = [line for line in text.splitlines() if len(line) > 100]
    if long:
        sys.exit("longer than 100 columns:\n" + "\n".join(long))
    if sys.argv[1:]:
        if text != old:
            sys.exit(f"{MODULE.name} differs: run src/fortran/generate.py")
    else:
        MODULE.write_text(text, encoding="ascii")


main()
