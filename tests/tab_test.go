package tests

import (
	"context"
	"encoding/json"
	"fmt"
	"net/url"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/log"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/cdproto/target"
	"github.com/chromedp/chromedp"
)

// tab is a page in the browser, and what went wrong on it.
type tab struct {
	*testing.T
	ctx    context.Context
	close  func() // before the test ends, where a test opens many
	home   string // the only host it may ask
	mu     sync.Mutex
	faults []string
}

// open shows an address in a new tab. The steps come before it.
func open(t *testing.T, to string, steps ...chromedp.Action[chromedp.Void]) *tab {
	t.Helper()
	b := &tab{T: t}
	if u, err := url.Parse(to); err == nil {
		b.home = u.Host
	}
	ctx, end := chromedp.NewContext(chrome, chromedp.WithListener(b.notice))
	t.Cleanup(end)
	b.close = end
	ctx, cancel := context.WithTimeout(ctx, 90*time.Second)
	t.Cleanup(cancel)
	b.ctx = ctx
	b.do(append(append([]chromedp.Action[chromedp.Void]{alone, stillness("light")}, steps...), chromedp.Navigate(to))...)
	return b
}

// alone leaves a worker that a page starts without the browser's tools, which chromedp attaches: with them the browser never lets an old worker
// go, so that a new one waits for ever if a page was asked for at that moment, and pages wait with it.
func alone(ctx context.Context, t *chromedp.Target) (chromedp.Void, error) {
	return chromedp.Void{}, t.Call(ctx, target.SetAutoAttach.Method, target.SetAutoAttachParams{}, nil)
}

// notice hears what the page does: errors and warnings in the console, exceptions, requests to other hosts.
func (b *tab) notice(event any) {
	fault := ""
	switch e := event.(type) {
	case *runtime.EventExceptionThrown:
		fault = "exception: " + e.ExceptionDetails.Text
		if e.ExceptionDetails.Exception != nil {
			fault += " " + e.ExceptionDetails.Exception.Description
		}
	case *runtime.EventConsoleAPICalled:
		if e.Type == runtime.ConsoleAPICalledTypeError || e.Type == runtime.ConsoleAPICalledTypeWarning {
			fault = fmt.Sprintf("console.%s", e.Type)
			for _, a := range e.Args {
				fault += " " + string(a.Value) + a.Description
			}
		}
	case *log.EventEntryAdded:
		if e.Entry.Level == log.EntryLevelError || e.Entry.Level == log.EntryLevelWarning {
			fault = fmt.Sprintf("%s: %s %s", e.Entry.Source, e.Entry.Text, e.Entry.URL)
		}
	case *network.EventRequestWillBeSent:
		if u, err := url.Parse(e.Request.URL); err != nil || u.Scheme != "data" && u.Scheme != "blob" && u.Scheme != "file" && u.Host != b.home {
			fault = "request to another host: " + e.Request.URL
		}
	}
	if strings.HasSuffix(fault, "/favicon.ico") {
		fault = "" // beside a picture that is opened alone the browser asks the host for one
	}
	if strings.Contains(fault, "file://") && strings.Contains(fault, ".webmanifest") {
		fault = "" // a folder on a disk cannot be installed, and the browser says so
	}
	if fault != "" {
		b.mu.Lock()
		b.faults = append(b.faults, fault)
		b.mu.Unlock()
	}
}

// clean fails if anything went wrong on the page so far.
func (b *tab) clean() {
	b.Helper()
	b.mu.Lock()
	defer b.mu.Unlock()
	for _, fault := range b.faults {
		b.Error(fault)
	}
	b.faults = nil
}

func (b *tab) do(steps ...chromedp.Action[chromedp.Void]) {
	b.Helper()
	if err := chromedp.Do(b.ctx, steps...); err != nil {
		b.Fatal(err)
	}
}

// eval computes an expression in the page; it may be a promise.
func eval[T any](b *tab, expression string) T {
	b.Helper()
	v, err := chromedp.Run(b.ctx, chromedp.Evaluate[T](expression, chromedp.EvalAwaitPromise))
	if err != nil {
		b.Fatalf("%s: %v", shorten(expression), err)
	}
	return v
}

// wait waits until an expression is true, over any number of reloads.
func (b *tab) wait(what, expression string) {
	b.Helper()
	for end := time.Now().Add(15 * time.Second); time.Now().Before(end); time.Sleep(30 * time.Millisecond) {
		if v, err := chromedp.Run(b.ctx, chromedp.Evaluate[bool](`document.readyState !== "loading" && !!(`+expression+`)`)); err == nil && v {
			return
		}
	}
	b.Fatalf("after 15 s still not so: %s (%s)", what, expression)
}

// stillness chooses light or dark, and no motion.
func stillness(scheme string) chromedp.Action[chromedp.Void] {
	return call(emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{Features: []*emulation.MediaFeature{
		{Name: "prefers-color-scheme", Value: scheme}, {Name: "prefers-reduced-motion", Value: "reduce"},
	}})
}

func width(pixels int64) chromedp.Action[chromedp.Void] {
	return call(emulation.SetDeviceMetricsOverride, emulation.SetDeviceMetricsOverrideParams{Width: pixels, Height: 800, DeviceScaleFactor: 1})
}

func withoutScript() chromedp.Action[chromedp.Void] {
	return call(emulation.SetScriptExecutionDisabled, emulation.SetScriptExecutionDisabledParams{Value: true})
}

func call[P, R any](c cdp.Command[P, R], params P) chromedp.Action[chromedp.Void] {
	return chromedp.Func(func(ctx context.Context, t *chromedp.Target) error {
		_, err := cdp.Call(ctx, t, c, params)
		return err
	})
}

// js is a Go value as JavaScript writes it.
func js(v any) string {
	data, err := json.Marshal(v)
	if err != nil {
		panic(err)
	}
	return string(data)
}

func shorten(s string) string {
	if len(s) > 200 {
		return s[:200] + "…"
	}
	return s
}
