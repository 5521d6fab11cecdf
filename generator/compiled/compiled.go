// Package compiled executes layouts: it writes what html/template would write, byte for byte, in half its time.
//
//	set := compiled.New(templates, shared, "base")
//	err := set.Execute(&page, "base", view)
//
// html/template parses a layout and makes it safe, and then asks reflection for each method by its name, each time a page is made: a
// quarter of a build. Here the trees that html/template has made safe are turned into functions once, and each place in a layout
// remembers what it found the last time.
//
// It is not a second language of templates, for it decides nothing itself:
//
//   - About safety: of a text every sign is written as html/template has written it in a sample, an address without any sign that an escaper
//     could touch as it is (escape.go), and every other value goes through html/template.
//   - In doubt: a construct that it does not know, a type that it did not expect, a missing value, any error, a panic: the whole is
//     executed again by html/template, and what comes of that, also its error with file and line, counts. Views may be asked twice.
//
// Why our own: the libraries that are quicker (jet, quicktemplate, templ) have a language of their own or need a compiler, and layouts
// are the designer's, in the language that Go's users know.
package compiled

import (
	"bytes"
	"errors"
	"fmt"
	"html/template"
	"io"
	"maps"
	"reflect"
	"sync"
	"text/template/parse"
)

// Set is a set of templates that refer to one another. It may be executed from several goroutines at once.
type Set struct {
	Standard bool // html/template executes everything: to compare

	standard  *template.Template
	questions questions

	mu        sync.Mutex
	functions map[string]*function
	doubts    map[string]int
}

// function is a template as a function. Its body comes after it is known by name: templates may call themselves.
type function struct {
	name string
	body action // nil: html/template has to execute it
}

// action writes what one node of a template makes of a value.
type action func(s *scope, dot reflect.Value) error

// scope is where a page is written, and the variables of the templates that are called just now: of those of the last one, which begin at own, the
// last of a name counts.
type scope struct {
	known questions
	w     *bytes.Buffer
	vars  []variable
	own   int
	depth int
}

type variable struct {
	name  string
	value reflect.Value
}

// maxDepth is how deep templates may call one another; html/template goes deeper, and says where it ends.
const maxDepth = 100

// doubt leaves the work to html/template, as any error does.
func doubt(format string, args ...any) error { return fmt.Errorf(format, args...) }

// New takes over templates that have not been executed yet, to execute the one of that name. What that calls and they do not have is
// copied from shared ones, which are not executed either: to copy all of these would take longer than to make a page.
func New(own, shared *template.Template, name string) *Set {
	borrow(own, shared, &parse.TemplateNode{Name: name})
	for _, t := range own.Templates() {
		if t.Tree != nil {
			borrow(own, shared, t.Tree.Root)
		}
	}
	return &Set{standard: own, questions: questions{}, functions: map[string]*function{}, doubts: map[string]int{}}
}

// borrow copies what a part of a template calls, and what that calls.
func borrow(own, shared *template.Template, node parse.Node) {
	switch n := node.(type) {
	case *parse.ListNode:
		if n == nil {
			return
		}
		for _, node := range n.Nodes {
			borrow(own, shared, node)
		}
	case *parse.IfNode:
		borrowBranch(own, shared, &n.BranchNode)
	case *parse.WithNode:
		borrowBranch(own, shared, &n.BranchNode)
	case *parse.RangeNode:
		borrowBranch(own, shared, &n.BranchNode)
	case *parse.TemplateNode:
		if t := shared.Lookup(n.Name); t != nil && t.Tree != nil && own.Lookup(n.Name) == nil {
			tree := t.Tree.Copy()
			template.Must(own.AddParseTree(n.Name, tree))
			borrow(own, shared, tree.Root)
		}
	}
}

func borrowBranch(own, shared *template.Template, n *parse.BranchNode) {
	borrow(own, shared, n.List)
	borrow(own, shared, n.ElseList)
}

// Execute writes what a template makes of a view. An error is html/template's.
func (set *Set) Execute(w *bytes.Buffer, name string, view any) error {
	if !set.Standard {
		start := w.Len()
		err := set.execute(w, name, view)
		if err == nil {
			return nil
		}
		set.mu.Lock()
		set.doubts[name+": "+err.Error()]++
		set.mu.Unlock()
		w.Truncate(start)
	}
	return set.standard.ExecuteTemplate(w, name, view)
}

// Doubts counts what was left to html/template, by its reasons: a test knows by it that the theme's layouts need not wait for that.
func (set *Set) Doubts() map[string]int {
	set.mu.Lock()
	defer set.mu.Unlock()
	return maps.Clone(set.doubts)
}

func (set *Set) execute(w *bytes.Buffer, name string, view any) (err error) {
	t := set.template(name)
	defer func() {
		if r := recover(); r != nil { // of a view: html/template turns it into an error with its place
			err = doubt("panic: %v", r)
		}
	}()
	return t.call(&scope{known: set.questions, w: w}, reflect.ValueOf(view))
}

// template compiles a template when it is first asked for: a small site uses few of them.
func (set *Set) template(name string) *function {
	set.mu.Lock()
	defer set.mu.Unlock()
	if t, ok := set.functions[name]; ok {
		return t
	}
	// Only executing a template makes it safe, with all that it calls. What cannot be made safe has no function, or the error would be lost.
	var unsafe *template.Error
	if err := set.standard.ExecuteTemplate(full{}, name, nil); errors.As(err, &unsafe) {
		set.functions[name] = &function{name: name}
		return set.functions[name]
	}
	return set.compile(name)
}

// full is a writer that takes nothing, so that executing ends with the first text.
type full struct{}

func (full) Write([]byte) (int, error) { return 0, io.ErrShortWrite }

func (set *Set) compile(name string) *function {
	t := &function{name: name}
	set.functions[name] = t
	if source := set.standard.Lookup(name); source != nil && source.Tree != nil {
		if body, err := set.list(source.Tree.Root); err == nil {
			t.body = body
		}
	}
	return t
}

// call executes a template; it sees no variable but its own value.
func (t *function) call(s *scope, dot reflect.Value) error {
	if t.body == nil {
		return doubt("template %q", t.name)
	}
	if s.depth == maxDepth {
		return doubt("depth")
	}
	before := s.own
	s.own = len(s.vars)
	s.vars = append(s.vars, variable{"$", dot})
	s.depth++
	err := t.body(s, dot)
	s.depth--
	s.forget(s.own)
	s.own = before
	return err
}

func (set *Set) list(list *parse.ListNode) (action, error) {
	if list == nil {
		return func(*scope, reflect.Value) error { return nil }, nil
	}
	var actions []action
	for _, node := range list.Nodes {
		a, err := set.node(node)
		if err != nil {
			return nil, err
		}
		if a != nil {
			actions = append(actions, a)
		}
	}
	return func(s *scope, dot reflect.Value) error {
		for _, a := range actions {
			if err := a(s, dot); err != nil {
				return err
			}
		}
		return nil
	}, nil
}

func (set *Set) node(node parse.Node) (action, error) {
	switch n := node.(type) {
	case *parse.TextNode:
		return func(s *scope, _ reflect.Value) error { s.w.Write(n.Text); return nil }, nil
	case *parse.ActionNode:
		return set.print(n.Pipe)
	case *parse.IfNode:
		return set.branch(&n.BranchNode, false)
	case *parse.WithNode:
		return set.branch(&n.BranchNode, true)
	case *parse.RangeNode:
		return set.loop(&n.BranchNode)
	case *parse.TemplateNode:
		return set.include(n)
	case *parse.CommentNode:
		return nil, nil
	}
	return nil, doubt("%s", node)
}

// print is {{.Title}} or {{$x := .Title}}.
func (set *Set) print(pipe *parse.PipeNode) (action, error) {
	value, err := set.pipeline(pipe, true)
	if err != nil {
		return nil, err
	}
	if len(pipe.Decl) > 0 {
		return func(s *scope, dot reflect.Value) error { _, err := value(s, dot); return err }, nil
	}
	context := contexts()[escapers(pipe)]
	if context == nil {
		return nil, doubt("escapers of %s", pipe)
	}
	return func(s *scope, dot reflect.Value) error {
		v, err := value(s, dot)
		if err != nil {
			return err
		}
		return context.write(s.w, v)
	}, nil
}

// branch is {{if}} and {{with}}.
func (set *Set) branch(n *parse.BranchNode, with bool) (action, error) {
	value, body, other, err := set.parts(n)
	if err != nil {
		return nil, err
	}
	return func(s *scope, dot reflect.Value) error {
		defer s.forget(len(s.vars))
		v, err := value(s, dot)
		switch {
		case err != nil:
			return err
		case !truth(v):
			return other(s, dot)
		case with:
			return body(s, v)
		}
		return body(s, dot)
	}, nil
}

func (s *scope) forget(from int) { s.vars = s.vars[:from] }

// loop is {{range}} over a list.
func (set *Set) loop(n *parse.BranchNode) (action, error) {
	value, body, other, err := set.parts(n)
	if err != nil {
		return nil, err
	}
	return func(s *scope, dot reflect.Value) error {
		defer s.forget(len(s.vars))
		v, err := value(s, dot)
		if err != nil {
			return err
		}
		if v = indirect(v); v.IsValid() && v.Kind() != reflect.Slice && v.Kind() != reflect.Array {
			return doubt("range over %s", v.Kind())
		}
		if !v.IsValid() || v.Len() == 0 {
			return other(s, dot)
		}
		top := len(s.vars)
		for i := range v.Len() {
			item := v.Index(i)
			if len(n.Pipe.Decl) > 0 {
				s.vars[top-1].value = item
			}
			if len(n.Pipe.Decl) > 1 {
				s.vars[top-2].value = reflect.ValueOf(i)
			}
			if err := body(s, item); err != nil {
				return err
			}
			s.forget(top)
		}
		return nil
	}, nil
}

// parts are the condition of a branch, what is executed under it, and what otherwise.
func (set *Set) parts(n *parse.BranchNode) (value, action, action, error) {
	if n.Pipe.IsAssign {
		return nil, nil, nil, doubt("%s", n.Pipe)
	}
	value, err := set.pipeline(n.Pipe, false)
	if err != nil {
		return nil, nil, nil, err
	}
	body, err := set.list(n.List)
	if err != nil {
		return nil, nil, nil, err
	}
	other, err := set.list(n.ElseList)
	return value, body, other, err
}

// include is {{template "name" .}}.
func (set *Set) include(n *parse.TemplateNode) (action, error) {
	t, known := set.functions[n.Name]
	if !known {
		t = set.compile(n.Name)
	}
	if n.Pipe == nil {
		return func(s *scope, _ reflect.Value) error { return t.call(s, reflect.Value{}) }, nil
	}
	value, err := set.pipeline(n.Pipe, false)
	if err != nil {
		return nil, err
	}
	return func(s *scope, dot reflect.Value) error {
		v, err := value(s, dot)
		if err != nil {
			return err
		}
		return t.call(s, v)
	}, nil
}
