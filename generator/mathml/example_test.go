package mathml_test

import (
	"errors"
	"fmt"

	"github.com/som-hub/vitryna/generator/mathml"
)

func ExampleConvert() {
	math, err := mathml.Convert(`\frac{1}{2}`, false)
	fmt.Println(math, err)
	// Output: <math xmlns="http://www.w3.org/1998/Math/MathML" alttext="\frac{1}{2}"><mfrac><mn>1</mn><mn>2</mn></mfrac></math> <nil>
}

func ExampleError() {
	_, err := mathml.Convert(`a + \color{red}`, false)
	if wrong := (*mathml.Error)(nil); errors.As(err, &wrong) {
		fmt.Println(wrong.Offset, wrong.Code, wrong.Text)
	}
	// Output: 4 command \color
}
