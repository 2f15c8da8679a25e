using Trellis.Server.Kernel.Audit;

namespace Trellis.Server.Kernel.Tests.Audit;

public sealed class SecretFreeTextTests
{
    [Theory]
    [InlineData("nothing to hide", "nothing to hide")]
    [InlineData("key sk-abcdefghijklmnopqrstuvwxyz here", "key ***redacted*** here")]
    [InlineData("Authorization: Bearer abcdefgh12345678", "Authorization: ***redacted***")]
    [InlineData("task-management-framework-of-the-team", "task-management-framework-of-the-team")]
    [InlineData("a\0b\ud83d", "a\ufffdb\ufffd")]
    public void What_looks_like_a_secret_is_replaced_and_what_cannot_be_stored_too(string text, string expected) =>
        SecretFreeText.Of(text).ShouldBe(expected);
}
