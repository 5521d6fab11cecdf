package compiled

import (
	"reflect"
	"sync/atomic"
)

// field is one place in a layout that asks a value for a field or a method.
type field struct {
	name string
	args []value
	last atomic.Pointer[way] // most places see one type only
}

// way leads from a type to what the name means there: a method, or a field.
type way struct {
	from     reflect.Type
	question *Question // nil: reflection has to find out
	method   int       // -1: a field
	params   []reflect.Type
	variadic bool
	index    []int
}

// of finds the field of a value, as text/template does: methods first, of the pointer too where there is one.
func (f *field) of(v reflect.Value, s *scope, dot reflect.Value) (reflect.Value, error) {
	v = indirect(v)
	if !v.IsValid() {
		return v, doubt("nil has no .%s", f.name)
	}
	holder := v
	if v.CanAddr() {
		holder = v.Addr()
	}
	w := f.last.Load()
	if w == nil || w.from != holder.Type() {
		if w = wayOf(holder.Type(), v.Type(), f.name); w == nil {
			return v, doubt("%s has no .%s", v.Type(), f.name)
		}
		w.question = s.known.find(f.name, holder.Type(), len(f.args))
		f.last.Store(w)
	}
	switch {
	case w.question != nil:
		return w.question.ask(holder, f.args, s, dot)
	case w.method >= 0:
		return f.call(w, holder, s, dot)
	case f.args != nil:
		return v, doubt("arguments of .%s", f.name)
	}
	found, err := v.FieldByIndexErr(w.index)
	if err != nil {
		return v, doubt("%v", err)
	}
	return found, nil
}

// wayOf looks for a name in a type, holder with the methods of its pointer; nil: text/template would not find it either, or in a map.
func wayOf(holder, t reflect.Type, name string) *way {
	if m, ok := holder.MethodByName(name); ok {
		w := &way{from: holder, method: m.Index, variadic: m.Type.IsVariadic()}
		for i := 1; i < m.Type.NumIn(); i++ { // the first is the holder
			w.params = append(w.params, m.Type.In(i))
		}
		if n := m.Type.NumOut(); n != 1 && !(n == 2 && m.Type.Out(1) == reflect.TypeFor[error]()) {
			return nil
		}
		return w
	}
	if t.Kind() != reflect.Struct {
		return nil
	}
	found, ok := t.FieldByName(name)
	if !ok || !found.IsExported() {
		return nil
	}
	return &way{from: holder, method: -1, index: found.Index}
}

// call asks a method.
func (f *field) call(w *way, holder reflect.Value, s *scope, dot reflect.Value) (reflect.Value, error) {
	if len(f.args) != len(w.params) && !(w.variadic && len(f.args) >= len(w.params)-1) {
		return holder, doubt("arguments of .%s", f.name)
	}
	args := make([]reflect.Value, len(f.args))
	for i, arg := range f.args {
		v, err := arg(s, dot)
		if err == nil {
			args[i], err = fit(v, w.param(i))
		}
		if err != nil {
			return holder, err
		}
	}
	results := holder.Method(w.method).Call(args)
	if len(results) == 2 && !results[1].IsNil() {
		return holder, results[1].Interface().(error)
	}
	return results[0], nil
}

// param is the type of an argument.
func (w *way) param(i int) reflect.Type {
	if last := len(w.params) - 1; w.variadic && i >= last {
		return w.params[last].Elem()
	}
	return w.params[i]
}

// fit is a value as an argument of a type.
func fit(v reflect.Value, t reflect.Type) (reflect.Value, error) {
	switch {
	case !v.IsValid():
	case v.Type().AssignableTo(t):
		return v, nil
	case v.Kind() == reflect.Interface && !v.IsNil() && v.Elem().Type().AssignableTo(t):
		return v.Elem(), nil
	}
	return v, doubt("argument of type %s", t)
}

// indirect follows pointers and interfaces to what they hold; the zero value where that is nil.
func indirect(v reflect.Value) reflect.Value {
	for v.Kind() == reflect.Pointer || v.Kind() == reflect.Interface {
		v = v.Elem()
	}
	return v
}
