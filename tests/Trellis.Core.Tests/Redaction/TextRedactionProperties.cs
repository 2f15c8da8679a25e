using System.Text.RegularExpressions;
using FsCheck;
using FsCheck.Fluent;

namespace Trellis.Tests.Redaction;

public sealed class TextRedactionProperties
{
    // Pieces of credentials, so that most texts come close to one.
    private static readonly Arbitrary<string> Texts = Gen.Elements(
            "sk-", "s", "k", "-", "eyJ", "e", ".", ".", "_", "a", "Z9", "0123456789", "0123456789abcdef", " ", "é", "\"", "Bearer ", "*")
        .ArrayOf()
        .Select(string.Concat)
        .ToArbitrary();

    [Fact]
    public void Keys_are_masked_as_the_expression_of_the_contract_masks_them() =>
        SameAs("sk-[A-Za-z0-9_-]{16,}", new SecretPattern("sk-") { MinimumLength = 16 });

    [Fact]
    public void Web_tokens_are_masked_as_the_expression_of_the_contract_masks_them() =>
        SameAs(@"eyJ[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+", new SecretPattern("eyJ") { Segments = 3 });

    [Fact]
    public void A_prefix_with_foreign_characters_is_found_where_an_expression_finds_it() =>
        SameAs("Bearer [A-Za-z0-9_-]{4,}", new SecretPattern("Bearer ") { MinimumLength = 4 });

    [Fact]
    public void Masked_text_has_nothing_left_to_mask() => Prop.ForAll(Texts, text =>
    {
        var once = Redactor.Default.Redact(text);
        return ReferenceEquals(Redactor.Default.Redact(once), once);
    }).QuickCheckThrowOnFailure();

    private static void SameAs(string expression, SecretPattern pattern)
    {
        var redactor = new Redactor(RedactionRules.Default with { Mask = "#", Patterns = [pattern] });
        Prop.ForAll(Texts, text => redactor.Redact(text) == Regex.Replace(text, expression, "#", RegexOptions.CultureInvariant))
            .Check(Config.QuickThrowOnFailure.WithMaxTest(2000));
    }
}
