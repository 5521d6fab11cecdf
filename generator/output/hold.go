package output

// Hold takes the right to write to a folder until release is called, or the program dies. [ErrBusy] tells that another program has it.
func Hold(dir string) (release func(), err error) {
	l, err := acquire(dir)
	if err != nil {
		return nil, err
	}
	return l.release, nil
}
