namespace Trellis.Tests.Redaction;

public sealed class TextRedactionTests
{
    private static readonly Redactor Redactor = Redactor.Default;

    [Theory]
    [InlineData("sk-abc")]
    [InlineData("sk-0123456789abcde")]
    [InlineData("SK-0123456789abcdef")]
    [InlineData("eyJh.eyJi.")]
    [InlineData("eyJ.a.b")]
    [InlineData("eyjh.eyJi.c")]
    [InlineData("Bearer xyz")]
    [InlineData("")]
    [InlineData("nothing to hide")]
    public void Text_without_credentials_is_returned_as_it_is(string text) => Redactor.Redact(text).ShouldBeSameAs(text);

    [Theory]
    [InlineData("sk-0123456789abcdef", "***redacted***")]
    [InlineData("key=sk-0123456789_ABC-def!", "key=***redacted***!")]
    [InlineData("task-management-framework", "ta***redacted***")]
    [InlineData("eyJh.eyJi.sig", "***redacted***")]
    [InlineData("a eyJh.eyJi.sig b", "a ***redacted*** b")]
    [InlineData("eyJh.one.two.three.four", "***redacted***.three.four")]
    [InlineData("sk-0123456789abcdef sk-0123456789abcdef", "***redacted*** ***redacted***")]
    [InlineData("eyJx eyJh.eyJi.sig", "eyJx ***redacted***")]
    [InlineData("eyJa.eyJb.eyJc.d", "***redacted***.d")]
    public void Credentials_are_masked_wherever_they_stand(string text, string expected) => Redactor.Redact(text).ShouldBe(expected);

    [Fact]
    public void Credentials_that_overlap_become_one_mask() =>
        Redactor.Redact("<sk-0123456789abcdef-eyJh.eyJi.sig>").ShouldBe("<***redacted***>");

    [Fact]
    public void Null_stays_null() => Redactor.Redact((string?)null).ShouldBeNull();

    [Fact]
    public void Exception_text_is_masked_with_its_causes()
    {
        var exception = new InvalidOperationException("outer", new ArgumentException("token eyJh.eyJi.sig refused"));
        var text = Redactor.Redact(exception);
        text.ShouldContain("token ***redacted*** refused");
        text.ShouldNotContain("eyJh");
    }

    [Fact]
    public void A_long_run_of_prefixes_takes_no_longer_than_its_length()
    {
        // With a quadratic search this is 10^12 steps.
        var text = string.Concat(Enumerable.Repeat("eyJ", 1_000_000));
        Redactor.Redact(text).ShouldBeSameAs(text);
    }
}
