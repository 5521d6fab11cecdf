package compiled

import (
	"fmt"
	"reflect"
)

// builtin is a call of one of those functions of text/template that layouts use.
func builtin(name string, args []value) (value, error) {
	switch {
	case name == "and" && len(args) > 0, name == "or" && len(args) > 0:
		return choice(args, name == "or"), nil
	}
	apply, ok := builtins[name]
	if !ok {
		return nil, doubt("function %s", name)
	}
	return func(s *scope, dot reflect.Value) (reflect.Value, error) {
		values := make([]reflect.Value, len(args))
		for i, arg := range args {
			v, err := arg(s, dot)
			if err != nil {
				return v, err
			}
			if v.Kind() == reflect.Interface {
				v = v.Elem()
			}
			if !v.IsValid() {
				return v, doubt("nil for %s", name)
			}
			values[i] = v
		}
		return apply(values)
	}, nil
}

// choice is and, or: the first value that decides; the rest is not asked.
func choice(args []value, or bool) value {
	return func(s *scope, dot reflect.Value) (v reflect.Value, err error) {
		for _, arg := range args {
			if v, err = arg(s, dot); err != nil || truth(v) == or {
				return v, err
			}
		}
		return v, nil
	}
}

// builtins get values that are valid and no interfaces.
var builtins = map[string]func(args []reflect.Value) (reflect.Value, error){
	"not": func(args []reflect.Value) (reflect.Value, error) {
		return one(args, func(v reflect.Value) any { return !truth(v) })
	},
	"eq":    equal,
	"ne":    unequal,
	"lt":    ordered(func(a, b int64) bool { return a < b }),
	"le":    ordered(func(a, b int64) bool { return a <= b }),
	"gt":    ordered(func(a, b int64) bool { return a > b }),
	"ge":    ordered(func(a, b int64) bool { return a >= b }),
	"len":   length,
	"index": index,
	"slice": slice,
	"print": func(args []reflect.Value) (reflect.Value, error) {
		return reflect.ValueOf(fmt.Sprint(anys(args)...)), nil
	},
	"printf": format,
}

func one(args []reflect.Value, f func(reflect.Value) any) (reflect.Value, error) {
	if len(args) != 1 {
		return reflect.Value{}, doubt("number of arguments")
	}
	return reflect.ValueOf(f(args[0])), nil
}

func anys(args []reflect.Value) []any {
	list := make([]any, len(args))
	for i, v := range args {
		list[i] = v.Interface()
	}
	return list
}

// equal is eq: whether the first is one of the others.
func equal(args []reflect.Value) (reflect.Value, error) {
	if len(args) < 2 {
		return reflect.Value{}, doubt("eq of one")
	}
	for _, other := range args[1:] {
		same, err := alike(args[0], other)
		if err != nil || same {
			return reflect.ValueOf(same), err
		}
	}
	return reflect.ValueOf(false), nil
}

func unequal(args []reflect.Value) (reflect.Value, error) {
	if len(args) != 2 {
		return reflect.Value{}, doubt("ne of %d", len(args))
	}
	same, err := alike(args[0], args[1])
	return reflect.ValueOf(!same), err
}

// alike compares strings, whole numbers and truth values.
func alike(a, b reflect.Value) (bool, error) {
	switch {
	case a.Kind() == reflect.String && b.Kind() == reflect.String:
		return a.String() == b.String(), nil
	case a.CanInt() && b.CanInt():
		return a.Int() == b.Int(), nil
	case a.Kind() == reflect.Bool && b.Kind() == reflect.Bool:
		return a.Bool() == b.Bool(), nil
	}
	return false, doubt("eq of %s and %s", a.Kind(), b.Kind())
}

// ordered is lt, le, gt, ge of whole numbers.
func ordered(holds func(a, b int64) bool) func([]reflect.Value) (reflect.Value, error) {
	return func(args []reflect.Value) (reflect.Value, error) {
		if len(args) != 2 || !args[0].CanInt() || !args[1].CanInt() {
			return reflect.Value{}, doubt("order")
		}
		return reflect.ValueOf(holds(args[0].Int(), args[1].Int())), nil
	}
}

func length(args []reflect.Value) (reflect.Value, error) {
	if len(args) == 1 {
		switch v := indirect(args[0]); v.Kind() {
		case reflect.String, reflect.Slice, reflect.Array, reflect.Map:
			return reflect.ValueOf(v.Len()), nil
		}
	}
	return reflect.Value{}, doubt("len")
}

// index is an item of a list, or what a map has under a key.
func index(args []reflect.Value) (reflect.Value, error) {
	if len(args) != 2 {
		return reflect.Value{}, doubt("index")
	}
	list, at := indirect(args[0]), args[1]
	switch {
	case list.Kind() == reflect.Slice && at.CanInt() && at.Int() >= 0 && at.Int() < int64(list.Len()):
		return list.Index(int(at.Int())), nil
	case list.Kind() == reflect.Map && at.Type().AssignableTo(list.Type().Key()):
		if v := list.MapIndex(at); v.IsValid() {
			return v, nil
		}
		return reflect.Zero(list.Type().Elem()), nil
	}
	return reflect.Value{}, doubt("index")
}

// slice is a piece of a string or a list.
func slice(args []reflect.Value) (reflect.Value, error) {
	if len(args) == 0 || len(args) > 3 || args[0].Kind() != reflect.String && args[0].Kind() != reflect.Slice {
		return reflect.Value{}, doubt("slice")
	}
	from, to := 0, args[0].Len()
	for i, end := range []*int{&from, &to}[:len(args)-1] {
		if !args[i+1].CanInt() {
			return reflect.Value{}, doubt("slice")
		}
		*end = int(args[i+1].Int())
	}
	if from < 0 || from > to || to > args[0].Len() {
		return reflect.Value{}, doubt("slice")
	}
	return args[0].Slice(from, to), nil
}

func format(args []reflect.Value) (reflect.Value, error) {
	if len(args) == 0 || args[0].Kind() != reflect.String {
		return reflect.Value{}, doubt("printf")
	}
	return reflect.ValueOf(fmt.Sprintf(args[0].String(), anys(args[1:])...)), nil
}

// truth is what {{if}} takes for true: whatever is neither zero nor empty. A structure is true.
func truth(v reflect.Value) bool {
	if v.Kind() == reflect.Interface {
		v = v.Elem()
	}
	switch v.Kind() {
	case reflect.Invalid:
		return false
	case reflect.String, reflect.Slice, reflect.Array, reflect.Map:
		return v.Len() > 0
	case reflect.Struct:
		return true
	}
	return !v.IsZero()
}
