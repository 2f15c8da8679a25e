using Trellis.Server.Kernel.Audit;

namespace Trellis.Server.Kernel.Tests.Audit;

public sealed class SecretFreeTextTests
{
    [Theory]
    [InlineData("nothing to hide", "nothing to hide")]
    [InlineData("key sk-abcdefghijklmnopqrstuvwxyz here", "key ***redacted*** here")]
    [InlineData("Authorization: Bearer abcdefgh12345678", "Authorization: ***redacted***")]
    [InlineData("task-management-framework-of-the-team", "task-management-framework-of-the-team")]
    public void What_looks_like_a_secret_is_replaced(string text, string expected) =>
        SecretFreeText.Of(text).ShouldBe(expected);

    [Fact]
    public void What_no_engine_can_store_is_replaced() => SecretFreeText.Of("a\0b\ud83d").ShouldBe("a\ufffdb\ufffd");
}
