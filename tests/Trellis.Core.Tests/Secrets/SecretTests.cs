using System.Text.Json;

namespace Trellis.Tests.Secrets;

public sealed class SecretTests
{
    [Fact]
    public void Only_reveal_returns_the_text()
    {
        var secret = new Secret("sk-live");
        secret.Reveal().ShouldBe("sk-live");
        secret.ToString().ShouldBe("**********");
        $"{secret}".ShouldBe("**********");
        string.Format(null, "{0}", secret).ShouldBe("**********");
    }

    [Fact]
    public void An_empty_secret_shows_as_empty()
    {
        new Secret("").ToString().ShouldBe("");
        new Secret("").IsEmpty.ShouldBeTrue();
        new Secret(" ").IsEmpty.ShouldBeFalse();
    }

    [Fact]
    public void Null_is_no_secret() => Should.Throw<ArgumentNullException>(() => new Secret(null!));

    [Theory]
    [InlineData("a", "a", true)]
    [InlineData("a", "b", false)]
    [InlineData("a", "aa", false)]
    [InlineData("", "", true)]
    public void Secrets_are_equal_when_their_texts_are(string left, string right, bool areEqual)
    {
        (new Secret(left) == new Secret(right)).ShouldBe(areEqual);
        (new Secret(left) != new Secret(right)).ShouldBe(!areEqual);
        new Secret(left).Equals((object)new Secret(right)).ShouldBe(areEqual);
    }

    [Fact]
    public void A_secret_is_not_null_and_not_its_text()
    {
        (new Secret("a") == null).ShouldBeFalse();
        new Secret("a").Equals((object)"a").ShouldBeFalse();
    }

    [Fact]
    public void Equal_secrets_share_a_hash() => new Secret("a").GetHashCode().ShouldBe(new Secret("a").GetHashCode());

    [Fact]
    public void Json_holds_the_mask_and_reads_the_text()
    {
        var holder = JsonSerializer.Deserialize("""{"ApiKey":"sk-live"}""", SecretJsonContext.Default.SecretHolder);
        holder!.ApiKey!.Reveal().ShouldBe("sk-live");
        JsonSerializer.Serialize(holder, SecretJsonContext.Default.SecretHolder).ShouldBe("""{"ApiKey":"**********"}""");
    }

    [Fact]
    public void Json_null_is_no_secret() =>
        JsonSerializer.Deserialize("""{"ApiKey":null}""", SecretJsonContext.Default.SecretHolder)!.ApiKey.ShouldBeNull();

    [Fact]
    public void Json_of_another_kind_is_refused_without_showing_it()
    {
        var failure = Should.Throw<JsonException>(
            () => JsonSerializer.Deserialize("""{"ApiKey":[12345678]}""", SecretJsonContext.Default.SecretHolder));
        failure.ToString().ShouldNotContain("12345678");
    }
}
