using System.Text;
using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;
using Trellis.Server.Kernel.Canonical;

namespace Trellis.Server.Kernel.Tests.Canonical;

public sealed class CanonicalJsonProperties
{
    private static readonly Gen<string> Texts =
        Gen.Choose(0, 8).SelectMany(length => Gen.OneOf(
            Gen.Choose(0, 0x7f).Select(c => ((char)c).ToString()),
            Gen.Choose(0x80, 0xd7ff).Select(c => ((char)c).ToString()),
            Gen.Choose(0xe000, 0x10ffff).Select(char.ConvertFromUtf32)).ArrayOf(length)).Select(string.Concat);

    private static readonly Gen<JsonNode?> Leaves = Gen.OneOf<JsonNode?>(
        Texts.Select(text => (JsonNode?)JsonValue.Create(text)),
        ArbMap.Default.GeneratorFor<long>().Select(number => (JsonNode?)JsonValue.Create(number)),
        ArbMap.Default.GeneratorFor<double>().Where(double.IsFinite).Select(number => (JsonNode?)JsonValue.Create(number)),
        ArbMap.Default.GeneratorFor<bool>().Select(value => (JsonNode?)JsonValue.Create(value)),
        Gen.Constant<JsonNode?>(null));

    private static readonly Arbitrary<JsonNode?> Trees = Arb.From(Gen.Sized(size => Tree(Math.Min(size, 40))));

    [Fact]
    public void The_canonical_form_means_the_same() => Check(Prop.ForAll(
        Trees,
        tree => JsonNode.DeepEquals(JsonNode.Parse(Canonical(Text(tree))), JsonNode.Parse(Text(tree)))));

    [Fact]
    public void The_canonical_form_of_the_canonical_form_is_itself() => Check(Prop.ForAll(
        Trees,
        tree => Canonical(Canonical(Text(tree))) == Canonical(Text(tree))));

    [Fact]
    public void The_order_of_members_and_the_white_space_do_not_matter() => Check(Prop.ForAll(
        Trees,
        tree => Canonical(Reversed(tree)?.ToJsonString(new() { WriteIndented = true }) ?? "null") == Canonical(Text(tree))));

    [Fact]
    public void The_canonical_form_is_printable_ASCII() => Check(Prop.ForAll(
        Trees,
        tree => !Canonical(Text(tree)).AsSpan().ContainsAnyExceptInRange(' ', '~')));

    [Fact]
    public void A_double_survives() => Check(Prop.ForAll(
        ArbMap.Default.ArbFor<double>().Filter(double.IsFinite),
        number => BitConverter.DoubleToInt64Bits(double.Parse(Canonical(WithFraction(number))))
            == BitConverter.DoubleToInt64Bits(number)));

    private static void Check(Property property) => FsCheck.Check.One(Config.QuickThrowOnFailure.WithQuietOnSuccess(true), property);

    private static Gen<JsonNode?> Tree(int size) => size <= 1
        ? Leaves
        : Gen.OneOf(
            Leaves,
            Gen.Choose(0, 4).SelectMany(count => Tree(size / 4).ArrayOf(count)).Select(items => (JsonNode?)new JsonArray(items)),
            Gen.Choose(0, 4).SelectMany(count => Member(size / 4).ArrayOf(count)).Select(members =>
                (JsonNode?)new JsonObject(members.DistinctBy(member => member.Key))));

    private static Gen<KeyValuePair<string, JsonNode?>> Member(int size) =>
        from name in Texts
        from value in Tree(size)
        select KeyValuePair.Create(name, value);

    private static JsonNode? Reversed(JsonNode? node) => node switch
    {
        JsonObject o => new JsonObject(o.Reverse().Select(member => KeyValuePair.Create(member.Key, Reversed(member.Value)))),
        JsonArray a => new JsonArray([.. a.Select(Reversed)]),
        _ => node?.DeepClone(),
    };

    private static string WithFraction(double number)
    {
        var text = number.ToString("R");
        return text.AsSpan().ContainsAny('.', 'E') ? text : text + ".0";
    }

    private static string Text(JsonNode? node) => node?.ToJsonString() ?? "null";

    private static string Canonical(string json) => Encoding.ASCII.GetString(CanonicalJson.Canonicalize(Encoding.UTF8.GetBytes(json)));
}
