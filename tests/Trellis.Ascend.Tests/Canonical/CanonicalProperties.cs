using System.Globalization;
using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;

namespace Trellis.Ascend.Tests.Canonical;

public sealed class CanonicalProperties
{
    private static readonly Config Often = Config.QuickThrowOnFailure.WithMaxTest(1000);

    private static readonly Gen<string> Text = Gen.OneOf(
            Gen.Choose(0, 0x7f).Select(number => ((char)number).ToString()),
            Gen.Choose(0x80, 0xd7ff).Select(number => ((char)number).ToString()),
            Gen.Choose(0xe000, 0xffff).Select(number => ((char)number).ToString()),
            Gen.Choose(0x10000, 0x10ffff).Select(char.ConvertFromUtf32))
        .ArrayOf()
        .Select(string.Concat);

    private static readonly Gen<JsonNode?> Leaf = Gen.OneOf(
        Text.Select(text => (JsonNode?)JsonValue.Create(text)),
        ArbMap.Default.GeneratorFor<long>().Select(number => (JsonNode?)JsonValue.Create(number)),
        ArbMap.Default.GeneratorFor<NormalFloat>().Select(number => (JsonNode?)JsonValue.Create(number.Get)),
        Gen.Elements<JsonNode?>(null, JsonValue.Create(true), JsonValue.Create(false)).Select(node => node?.DeepClone()));

    private static readonly Arbitrary<JsonNode?> Trees = Gen.Sized(size => Tree(Math.Min(size, 4))).ToArbitrary();

    [Fact]
    public void Canonical_text_is_printable_ASCII() => Prop.ForAll(
        Trees, node => CanonicalTests.Write(node).All(character => character is >= ' ' and <= '~')).Check(Often);

    [Fact]
    public void Canonical_text_reads_back_as_what_was_written() => Prop.ForAll(
        Trees, node => JsonNode.DeepEquals(JsonNode.Parse(CanonicalTests.Write(node)), node)).Check(Often);

    [Fact]
    public void The_canonical_text_of_canonical_text_is_itself() => Prop.ForAll(
        Trees, node => CanonicalTests.Canonical(CanonicalTests.Write(node)) == CanonicalTests.Write(node)).Check(Often);

    [Fact]
    public void The_order_in_which_members_were_added_does_not_matter() => Prop.ForAll(
        Trees, node => CanonicalTests.Write(Reversed(node)) == CanonicalTests.Write(node)).Check(Often);

    [Fact]
    public void A_fraction_is_the_shortest_text_that_reads_back_as_the_same_number() => Prop.ForAll(
        ArbMap.Default.ArbFor<NormalFloat>(), number =>
        {
            var text = CanonicalTests.Write(JsonValue.Create(number.Get));
            return double.Parse(text, CultureInfo.InvariantCulture).Equals(number.Get) && text.AsSpan().ContainsAny('.', 'e');
        }).Check(Often);

    [Fact]
    public void Texts_are_compared_as_UTF_32_would_be() => Prop.ForAll(
        Text.Two().ToArbitrary(), pair => Math.Sign(CodePointComparer.Instance.Compare(pair.Item1, pair.Item2)) == Math.Sign(CompareRunes(pair.Item1, pair.Item2))).Check(Often);

    private static Gen<JsonNode?> Tree(int depth) => depth == 0 ? Leaf : Gen.OneOf(
        Leaf,
        Tree(depth - 1).ArrayOf().Select(items => (JsonNode?)new JsonArray([.. items.Select(item => item?.DeepClone())])),
        Text.Zip(Tree(depth - 1)).ArrayOf().Select(members => (JsonNode?)new JsonObject(
            members.DistinctBy(member => member.Item1).Select(member => KeyValuePair.Create(member.Item1, member.Item2?.DeepClone())))));

    private static JsonNode? Reversed(JsonNode? node) => node switch
    {
        JsonObject members => new JsonObject(members.Reverse().Select(member => KeyValuePair.Create(member.Key, Reversed(member.Value)))),
        JsonArray items => new JsonArray([.. items.Select(Reversed)]),
        _ => node?.DeepClone(),
    };

    private static int CompareRunes(string x, string y)
    {
        var (left, right) = (x.EnumerateRunes().ToArray(), y.EnumerateRunes().ToArray());
        for (var i = 0; i < Math.Min(left.Length, right.Length); i++)
        {
            if (left[i] != right[i])
            {
                return left[i].CompareTo(right[i]);
            }
        }

        return left.Length - right.Length;
    }
}
