package dev.rota.cli;

import dev.rota.config.RuleFiles;
import dev.rota.flow.ruletest.RuleTestResult;
import java.io.StringWriter;
import java.util.stream.Collectors;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** The results of tests in the form that JUnit made common, for build servers; a problem is a case with an error. */
final class TestXml {

    private final XMLStreamWriter xml;

    private TestXml(XMLStreamWriter xml) {
        this.xml = xml;
    }

    static String of(TestOutcome outcome) {
        var text = new StringWriter();
        try {
            var xml = XMLOutputFactory.newFactory().createXMLStreamWriter(text);
            new TestXml(xml).write(outcome);
            xml.flush();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("the results can't be written as XML", e);
        }
        return text.toString();
    }

    private void write(TestOutcome outcome) throws XMLStreamException {
        var report = outcome.report();
        var tests = report == null ? 0 : report.results().size();
        xml.writeStartDocument("UTF-8", "1.0");
        xml.writeStartElement("testsuite");
        xml.writeAttribute("name", outcome.files().path(RuleFiles.TESTS));
        xml.writeAttribute("tests", String.valueOf(tests + outcome.problems().size()));
        xml.writeAttribute(
                "failures",
                String.valueOf(report == null ? 0 : report.failures().size()));
        xml.writeAttribute("errors", String.valueOf(outcome.problems().size()));
        if (report != null) {
            for (var result : report.results()) {
                result(result);
            }
        }
        for (var problem : outcome.problems()) {
            begin(problem.file(), problem.line(), "line " + problem.line());
            fault("error", problem.sentence());
            xml.writeEndElement();
        }
        xml.writeEndElement();
        xml.writeEndDocument();
    }

    private void result(RuleTestResult result) throws XMLStreamException {
        begin(result.test().file(), result.test().line(), result.test().name());
        if (!result.passed()) {
            fault("failure", result.differences().stream().map(Object::toString).collect(Collectors.joining("; ")));
        }
        xml.writeEndElement();
    }

    private void begin(String file, int line, String name) throws XMLStreamException {
        xml.writeStartElement("testcase");
        xml.writeAttribute("classname", file);
        xml.writeAttribute("name", name);
        xml.writeAttribute("file", file);
        xml.writeAttribute("line", String.valueOf(line));
    }

    private void fault(String kind, String sentence) throws XMLStreamException {
        xml.writeEmptyElement(kind);
        xml.writeAttribute("message", sentence);
    }
}
