namespace Trellis.Tests.Redaction;

public sealed class WordStartTests
{
    private static readonly Redactor Redactor = new(RedactionRules.Default with
    {
        Patterns = [new SecretPattern("sk_") { AtWordStart = true, KeepsPrefix = true }],
        Mask = "****",
    });

    [Theory]
    [InlineData("sk_live", "sk_****")]
    [InlineData("key:sk_live", "key:sk_****")]
    [InlineData("my-sk_live", "my-sk_****")]
    [InlineData("\"sk_live\"", "\"sk_****\"")]
    [InlineData("risk_score sk_live", "risk_score sk_****")]
    public void A_prefix_counts_where_a_word_begins(string text, string expected) => Redactor.Redact(text).ShouldBe(expected);

    [Theory]
    [InlineData("risk_score")]
    [InlineData("task_id, disk_full")]
    [InlineData("7sk_x")]
    public void It_does_not_count_inside_a_word(string text) => Redactor.Redact(text).ShouldBe(text);

    [Fact]
    public void Many_words_that_end_in_it_take_no_more_than_linear_time()
    {
        var text = string.Concat(Enumerable.Repeat("risk_", 400_000));
        Redactor.Redact(text).ShouldBe(text);
    }
}
