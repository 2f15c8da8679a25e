using FsCheck;
using FsCheck.Fluent;
using Trellis.Server.Ascend.Rules;
using Trellis.Server.Ascend.SmartRules.Parsing;
using static Trellis.Server.Ascend.Tests.Policies.Proposals;

namespace Trellis.Server.Ascend.Tests.SmartRules;

public sealed class RuleParserProperties
{
    private static readonly string[] Words =
    [
        "risk_score", "action_type", "amount", "time", "day", "x.y", "==", "!=", ">", ">=", "<", "<=", "=", "IN", "NOT", "MATCHES", "LIKE",
        "AND", "OR", "(", ")", "[", "]", ",", "'a'", "'a\\'b'", "\"x", "5", "-1.5e3", "1.2.3", "'10:00'", "monday", "true", "'('", "'%'", "é",
    ];

    // Expressions over three numbers, and what they mean, found without the parser.
    private static readonly Gen<Node> Nodes = Gen.Sized(size => Tree(Math.Min(size, 12)));

    [Fact]
    public void The_parser_survives_every_text() => Check(Prop.ForAll(
        ArbMap.Default.ArbFor<string?>(),
        text => Survives(text ?? "")));

    [Fact]
    public void The_parser_survives_every_row_of_words() => Check(Prop.ForAll(
        Arb.From(Gen.Choose(0, 20).SelectMany(count => Gen.Elements(Words).ArrayOf(count))),
        words => Survives(string.Join(' ', words)) && Survives(string.Concat(words))));

    [Fact]
    public void What_is_printed_reads_back_as_the_same() => Check(Prop.ForAll(
        Arb.From(Nodes),
        node =>
        {
            var printed = Rules.Parse(node.Text).ToString();
            return Rules.Parse(printed).ToString() == printed;
        }));

    [Fact]
    public void An_expression_means_what_it_says() => Check(Prop.ForAll(
        Arb.From(Nodes),
        Arb.From(Gen.Choose(0, 4).ArrayOf(3)),
        (node, values) =>
        {
            var facts = new RuleFacts(Action(details: $$"""{"a":{{values[0]}},"b":{{values[1]}},"c":{{values[2]}}}"""), 50);
            return Rules.Parse(node.Text).IsTrue(facts) == node.Meaning(values)
                && Rules.Parse(Rules.Parse(node.Text).ToString()).IsTrue(facts) == node.Meaning(values);
        }));

    private static bool Survives(string source)
    {
        var error = RuleParser.Parse(source, out var expression);
        if (error is not null)
            return expression is null && error.Position >= 1 && error.Position <= source.Length + 1 && error.Message.Length > 0;

        expression!.IsTrue(new RuleFacts(Action(), 50));
        return true;
    }

    private static Gen<Node> Tree(int size) => size <= 1
        ? Comparison()
        : Gen.OneOf(
            Comparison(),
            Gen.Zip(Tree(size / 2), Tree(size / 2)).Select(pair =>
                new Node($"({pair.Item1.Text}) AND ({pair.Item2.Text})", values => pair.Item1.Meaning(values) && pair.Item2.Meaning(values))),
            Gen.Zip(Tree(size / 2), Tree(size / 2)).Select(pair =>
                new Node($"({pair.Item1.Text}) OR ({pair.Item2.Text})", values => pair.Item1.Meaning(values) || pair.Item2.Meaning(values))));

    private static Gen<Node> Comparison() =>
        from field in Gen.Choose(0, 2)
        from op in Gen.Elements("==", "!=", ">", ">=", "<", "<=", "IN", "NOT IN")
        from value in Gen.Choose(0, 4)
        from other in Gen.Choose(0, 4)
        select new Node(
            op.EndsWith("IN", StringComparison.Ordinal) ? $"{"abc"[field]} {op} ({value}, {other})" : $"{"abc"[field]} {op} {value}",
            values => op switch
            {
                "==" => values[field] == value,
                "!=" => values[field] != value,
                ">" => values[field] > value,
                ">=" => values[field] >= value,
                "<" => values[field] < value,
                "<=" => values[field] <= value,
                "IN" => values[field] == value || values[field] == other,
                _ => values[field] != value && values[field] != other,
            });

    private static void Check(Property property) => FsCheck.Check.One(Config.QuickThrowOnFailure.WithQuietOnSuccess(true).WithMaxTest(300), property);

    private sealed record Node(string Text, Func<int[], bool> Meaning)
    {
        public override string ToString() => Text;
    }
}
