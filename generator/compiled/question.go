package compiled

import "reflect"

// Question is a method that layouts ask of many views. One that is known is called as any Go program calls it; reflection takes ten times as
// long.
type Question struct {
	asks   reflect.Type // an interface that has this method only
	args   int
	answer func(view any, key string) (any, error)
}

// Ask is a question without arguments, by an interface that has this method only: func(v interface{ Title() string }) any { return v.Title() }.
func Ask[V any](answer func(V) any) Question {
	return Question{asks: reflect.TypeFor[V](), answer: func(view any, _ string) (any, error) { return answer(view.(V)), nil }}
}

// AskBy is one whose only argument is a text.
func AskBy[V any](answer func(V, string) (any, error)) Question {
	return Question{asks: reflect.TypeFor[V](), args: 1, answer: func(view any, key string) (any, error) { return answer(view.(V), key) }}
}

// Suits tells whether views of a type can be asked it.
func (q *Question) Suits(view reflect.Type) bool { return view.Implements(q.asks) }

// Questions makes questions known.
func (set *Set) Questions(list []Question) {
	for _, q := range list {
		set.questions[q.asks.Method(0).Name] = q
	}
}

// questions are known ones, by their names.
type questions map[string]Question

// find is the question of that name, if a type can be asked it with so many arguments; else nil.
func (known questions) find(name string, of reflect.Type, args int) *Question {
	if q, ok := known[name]; ok && q.args == args && q.Suits(of) {
		return &q
	}
	return nil
}

// ask asks a view.
func (q *Question) ask(view reflect.Value, args []value, s *scope, dot reflect.Value) (reflect.Value, error) {
	key := ""
	for _, arg := range args {
		v, err := arg(s, dot)
		if err == nil {
			v, err = fit(v, reflect.TypeFor[string]())
		}
		if err != nil {
			return v, err
		}
		key = v.String()
	}
	answer, err := q.answer(view.Interface(), key)
	return reflect.ValueOf(answer), err
}
