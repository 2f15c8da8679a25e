using Microsoft.Extensions.Logging;

namespace Trellis.Tests.Logging;

public sealed class RedactingJsonLoggerProviderTests
{
    [Fact]
    public void An_unknown_format_is_refused() =>
        Should.Throw<ArgumentException>(() => new RedactingJsonLoggerProvider(new TrellisLogOptions { Format = (TrellisLogFormat)7 }));

    [Fact]
    public void Changing_the_options_later_changes_nothing()
    {
        using var writer = new StringWriter();
        var options = new TrellisLogOptions { Writer = writer };
        using var provider = new RedactingJsonLoggerProvider(options);
        options.Writer = TextWriter.Null;
        provider.CreateLogger("x").LogInformation("kept");
        writer.ToString().ShouldContain("kept");
    }

    [Fact]
    public void The_provider_leaves_the_writer_open()
    {
        using var writer = new StringWriter();
        new RedactingJsonLoggerProvider(new TrellisLogOptions { Writer = writer }).Dispose();
        Should.NotThrow(() => writer.Write('x'));
    }

    [Fact]
    public void It_works_without_a_factory_with_scopes_of_its_own()
    {
        using var writer = new StringWriter();
        using var provider = new RedactingJsonLoggerProvider(new TrellisLogOptions { Writer = writer });
        var logger = provider.CreateLogger("x");
        using (logger.BeginScope(new Dictionary<string, object?> { ["tenant"] = "t" })) logger.LogInformation("y");
        writer.ToString().ShouldContain("\"tenant\":\"t\"");
    }
}
