using Trellis.Server.Ascend.Content;

namespace Trellis.Server.Ascend.Tests.Content;

public sealed class SensitiveDataPatternsTests
{
    [Theory]
    [InlineData("123-45-6789", "SocialSecurityNumber")]
    [InlineData("4111 1111 1111 1111", "CardNumber")]
    [InlineData("1234-5678-9012-3456", "CardNumber")]
    [InlineData("4111111111111111", "CardNumber")]
    [InlineData("378282246310005", "CardNumber")]
    [InlineData("ann.lee+tag@mail.example.com", "EmailAddress")]
    [InlineData("555-123-4567", "PhoneNumber")]
    [InlineData("(555) 123-4567", "PhoneNumber")]
    [InlineData("+1 555.123.4567", "PhoneNumber")]
    [InlineData("5551234567", "PhoneNumber")]
    [InlineData("192.168.10.7", "IpAddress")]
    [InlineData("sk-abcdefghijklmnopqrstuv", "ApiKey")]
    [InlineData("owkai_live_abcdefghijk", "ApiKey")]
    [InlineData("AKIAIOSFODNN7EXAMPLE", "ApiKey")]
    [InlineData("ghp_abcdefghijklmnopqrstuvwxyz0123456789", "ApiKey")]
    [InlineData("-----BEGIN RSA PRIVATE KEY-----", "PrivateKey")]
    public void Each_kind_is_found_where_it_stands(string value, string kind)
    {
        var match = SensitiveDataPatterns.FindAll($"Before: {value}, and after.").ShouldHaveSingleItem();

        match.Kind.ToString().ShouldBe(kind);
        match.Start.ShouldBe("Before: ".Length);
        match.Length.ShouldBe(value.Length);
        SensitiveDataPatterns.OccurIn(value).ShouldBeTrue();
    }

    [Theory]
    [InlineData("order 4711 of 2026-01-15T10:30:00.123456+00:00")]
    [InlineData("1234567890123456")]
    [InlineData("version 1.2.3")]
    [InlineData("999.999.999.999")]
    [InlineData("1.2.3.4.5")]
    [InlineData("1700000000")]
    [InlineData("9f2c1a7b-3d4e-5f60-8123-456789012345")]
    [InlineData("a@b")]
    [InlineData("@home and user@ and @.com")]
    [InlineData("task-management-framework")]
    [InlineData("")]
    public void Ordinary_text_holds_none(string text)
    {
        SensitiveDataPatterns.FindAll(text).ShouldBeEmpty();
        SensitiveDataPatterns.OccurIn(text).ShouldBeFalse();
    }

    [Fact]
    public void Several_are_found_in_order() =>
        SensitiveDataPatterns.FindAll("a@x.org, 123-45-6789, b@y.org").Select(static match => match.Kind).ShouldBe(
            [SensitiveDataKind.EmailAddress, SensitiveDataKind.SocialSecurityNumber, SensitiveDataKind.EmailAddress]);

    [Fact]
    public void Matches_never_overlap()
    {
        var matches = SensitiveDataPatterns.FindAll("555-123-4567@example.com 192.168.10.7@x.org sk-abcdefghijklmnopqrst@x.org");
        matches.Zip(matches.Skip(1)).ShouldAllBe(pair => pair.First.End <= pair.Second.Start);
    }

    [Fact]
    public void A_long_text_full_of_candidates_is_searched_quickly()
    {
        var text = string.Concat(Enumerable.Repeat("1234-5678-9012 a@@b 12.34.56 555-12 ", 7_000));
        var start = TimeProvider.System.GetTimestamp();
        SensitiveDataPatterns.FindAll(text);
        TimeProvider.System.GetElapsedTime(start).ShouldBeLessThan(TimeSpan.FromSeconds(5));
    }
}
