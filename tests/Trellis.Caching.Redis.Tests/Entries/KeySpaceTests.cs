using System.Text;
using Trellis.Caching.Redis.Entries;

namespace Trellis.Caching.Redis.Tests.Entries;

public sealed class KeySpaceTests
{
    [Theory]
    [InlineData(null, "k")]
    [InlineData("", "k")]
    [InlineData("askii", "askii:k")]
    [InlineData("askii:", "askii:k")]
    [InlineData("askii:::", "askii:k")]
    [InlineData("a:b", "a:b:k")]
    [InlineData(":", ":k")]
    public void A_key_stands_under_its_namespace_and_one_colon(string? name, string expected) =>
        Encoding.UTF8.GetString(new KeySpace(name).NameOf("k")).ShouldBe(expected);

    [Fact]
    public void The_key_of_the_contract_keeps_its_own_prefix() =>
        Encoding.UTF8.GetString(new KeySpace("askii").NameOf("askii:v1:ba2f0df4:keys:list:noargs"))
            .ShouldBe("askii:askii:v1:ba2f0df4:keys:list:noargs");

    [Fact]
    public void A_pattern_escapes_what_a_glob_would_interpret() =>
        Encoding.UTF8.GetString(new KeySpace("a*").PatternFor("b?[c]\\")).ShouldBe(@"a\*:b\?\[c\]\\*");
}
