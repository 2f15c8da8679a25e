using Trellis.Server.Askii.Tests.Support;

namespace Trellis.Server.Askii.Tests.Errors;

/// <summary>Escapes are part of JSON, wherever they stand and whether they make a character or not.</summary>
public sealed class EscapeTests : ServerTest
{
    [Theory]
    [InlineData("""\ud800""", "1", "extra_forbidden")]
    [InlineData("""memory_mode""", """ "\ud800" """, "enum")]
    [InlineData("""memory_enabled""", """ "\ud800" """, "bool_parsing")]
    [InlineData("""duration_days""", """ "\ud800" """, "int_parsing")]
    [InlineData("""models""", """ ["\ud800"] """, "string_unicode")]
    public async Task Half_a_character_is_refused_like_any_wrong_value(string name, string value, string type)
    {
        var answer = await Server.PostAsync("/platform/provision-key", $$"""{"{{name}}":{{value}},"mpass_token":"{{Ada.Token}}"}""");

        answer.Status.ShouldBe(422);
        answer.Detail![0]!["type"]!.GetValue<string>().ShouldBe(type);
    }

    [Fact]
    public async Task Names_and_words_may_be_escaped()
    {
        var answer = await Server.PostAsync("/platform/provision-key", $$"""{"memory\u005fmode":"p\u006bg","mpass_token":"{{Ada.Token}}"}""");

        answer.ShouldBeOk();
        (await Ada.OnlyKeyAsync())["memory_mode"]!.GetValue<string>().ShouldBe("pkg");
    }
}
