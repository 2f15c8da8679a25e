using Trellis.Cli.Askii;

namespace Trellis.Cli.Tests.Askii;

public sealed class AskiiFailuresTests
{
    [Fact]
    public void An_exception_of_somebody_else_is_not_classified() => AskiiFailures.Classify(new InvalidOperationException()).ShouldBeNull();
}
