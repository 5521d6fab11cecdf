package render

// AskToken is what scripts of the preview send along when they ask the program for something; "" in a build.
func (f *Frame) AskToken() string {
	if !f.r.Preview {
		return ""
	}
	return f.r.Token
}
