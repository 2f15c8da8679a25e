using System.Text.RegularExpressions;
using FsCheck;
using FsCheck.Fluent;
using Trellis.Server.Ascend.Rules.Patterns;

namespace Trellis.Server.Ascend.Tests.Policies;

public sealed class GlobProperties
{
    private static readonly Gen<string> Globs = Text('a', 'b', '*', '?');
    private static readonly Gen<string> Texts = Text('a', 'b');

    [Fact]
    public void A_glob_matches_what_its_regular_expression_matches() => Check(Prop.ForAll(
        Arb.From(Globs),
        Arb.From(Texts),
        (glob, text) => GlobPattern.FromWildcards(glob).Matches(text)
            == Regex.IsMatch(text, $@"\A{Regex.Escape(glob).Replace(@"\*", ".*").Replace(@"\?", ".")}\z")));

    [Fact]
    public void Globs_that_match_the_same_text_overlap() => Check(Prop.ForAll(
        Arb.From(Globs),
        Arb.From(Globs),
        Arb.From(Texts),
        (one, other, text) =>
            !(GlobPattern.FromWildcards(one).Matches(text) && GlobPattern.FromWildcards(other).Matches(text))
            || GlobPattern.FromWildcards(one).MayOverlap(GlobPattern.FromWildcards(other))));

    [Fact]
    public void Globs_overlap_only_where_a_text_matches_both() => Check(Prop.ForAll(
        Arb.From(Globs),
        Arb.From(Globs),
        (one, other) =>
            !GlobPattern.FromWildcards(one).MayOverlap(GlobPattern.FromWildcards(other))
            || AllTexts(8).Any(text => GlobPattern.FromWildcards(one).Matches(text) && GlobPattern.FromWildcards(other).Matches(text))));

    private static IEnumerable<string> AllTexts(int longest) =>
        Enumerable.Range(0, longest + 1).SelectMany(length => Enumerable.Range(0, 1 << length)
            .Select(bits => string.Concat(Enumerable.Range(0, length).Select(bit => (bits >> bit & 1) == 0 ? 'a' : 'b'))));

    private static Gen<string> Text(params char[] alphabet) =>
        Gen.Choose(0, 4).SelectMany(length => Gen.Elements(alphabet).ArrayOf(length)).Select(letters => new string(letters));

    private static void Check(Property property) => FsCheck.Check.One(Config.QuickThrowOnFailure.WithQuietOnSuccess(true).WithMaxTest(500), property);
}
