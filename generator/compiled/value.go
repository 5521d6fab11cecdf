package compiled

import (
	"reflect"
	"text/template/parse"
)

// value finds out what an expression of a template means for a value.
type value func(s *scope, dot reflect.Value) (reflect.Value, error)

// pipeline is an expression of one command, and the variables that take its value. printed: behind the command may stand the escapers
// that html/template has added.
func (set *Set) pipeline(pipe *parse.PipeNode, printed bool) (value, error) {
	if len(pipe.Cmds) > 1 && (!printed || len(pipe.Decl) > 0) {
		return nil, doubt("%s", pipe)
	}
	command, err := set.command(pipe.Cmds[0])
	if err != nil {
		return nil, err
	}
	return func(s *scope, dot reflect.Value) (reflect.Value, error) {
		v, err := command(s, dot)
		if err != nil {
			return v, err
		}
		if v.Kind() == reflect.Interface && v.NumMethod() == 0 {
			v = v.Elem()
		}
		for _, d := range pipe.Decl {
			if pipe.IsAssign {
				s.set(d.Ident[0], v)
			} else {
				s.vars = append(s.vars, variable{d.Ident[0], v})
			}
		}
		return v, nil
	}, nil
}

func (s *scope) set(name string, v reflect.Value) {
	for i := len(s.vars) - 1; i >= s.own; i-- {
		if s.vars[i].name == name {
			s.vars[i].value = v
			return
		}
	}
}

func (s *scope) get(name string) (reflect.Value, error) {
	for i := len(s.vars) - 1; i >= s.own; i-- {
		if s.vars[i].name == name {
			return s.vars[i].value, nil
		}
	}
	return reflect.Value{}, doubt("variable %s", name)
}

// command is a field, method, function or constant with its arguments.
func (set *Set) command(cmd *parse.CommandNode) (value, error) {
	if len(cmd.Args) == 1 {
		return set.operand(cmd.Args[0], nil)
	}
	var args []value
	for _, node := range cmd.Args[1:] {
		arg, err := set.operand(node, nil)
		if err != nil {
			return nil, err
		}
		args = append(args, arg)
	}
	return set.operand(cmd.Args[0], args)
}

// operand is one word of an expression; only fields and functions take arguments.
func (set *Set) operand(node parse.Node, args []value) (value, error) {
	switch n := node.(type) {
	case *parse.FieldNode:
		return chain(ofDot, n.Ident, args), nil
	case *parse.VariableNode:
		if len(n.Ident) > 1 || args == nil {
			return chain(ofVariable(n.Ident[0]), n.Ident[1:], args), nil
		}
	case *parse.ChainNode:
		first, err := set.operand(n.Node, nil)
		if err != nil {
			return nil, err
		}
		return chain(first, n.Field, args), nil
	case *parse.IdentifierNode:
		return builtin(n.Ident, args)
	}
	if args != nil {
		return nil, doubt("%s", node)
	}
	switch n := node.(type) {
	case *parse.PipeNode:
		return set.pipeline(n, false)
	case *parse.DotNode:
		return ofDot, nil
	case *parse.StringNode:
		return constant(n.Text), nil
	case *parse.BoolNode:
		return constant(n.True), nil
	case *parse.NumberNode:
		if n.IsInt && int64(int(n.Int64)) == n.Int64 && n.Text[0] != '\'' {
			return constant(int(n.Int64)), nil
		}
	}
	return nil, doubt("%s", node)
}

func ofDot(_ *scope, dot reflect.Value) (reflect.Value, error) { return dot, nil }

func ofVariable(name string) value {
	return func(s *scope, _ reflect.Value) (reflect.Value, error) { return s.get(name) }
}

func constant(c any) value {
	v := reflect.ValueOf(c)
	return func(*scope, reflect.Value) (reflect.Value, error) { return v, nil }
}

// chain is .A.B.C of a value; the arguments are the last one's.
func chain(of value, names []string, args []value) value {
	for i, name := range names {
		f, before := &field{name: name}, of
		if i == len(names)-1 {
			f.args = args
		}
		of = func(s *scope, dot reflect.Value) (reflect.Value, error) {
			v, err := before(s, dot)
			if err != nil {
				return v, err
			}
			return f.of(v, s, dot)
		}
	}
	return of
}
