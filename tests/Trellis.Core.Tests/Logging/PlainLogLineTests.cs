using Microsoft.Extensions.Logging;

namespace Trellis.Tests.Logging;

public sealed class PlainLogLineTests : IDisposable
{
    private readonly LogCapture _log = new(TrellisLogFormat.Plain);

    public void Dispose() => _log.Dispose();

    [Fact]
    public void A_line_shows_time_level_logger_and_message()
    {
        _log.Logger.LogWarning("retry {attempt}", 2);
        _log.Text.ShouldBe("2026-05-01T12:00:00+00:00 WARNING askii.transport retry 2\n");
    }

    [Fact]
    public void The_correlation_id_stands_in_brackets()
    {
        using var id = Correlation.Bind("c-1");
        _log.Logger.LogInformation("askii.http");
        _log.Text.ShouldBe("2026-05-01T12:00:00+00:00 INFO askii.transport [c-1] askii.http\n");
    }

    [Fact]
    public void Exception_text_follows_without_credentials()
    {
        _log.Logger.LogError(new InvalidOperationException("eyJh.eyJi.hush"), "failed");
        _log.Lines[1].ShouldBe("System.InvalidOperationException: ***redacted***");
    }
}
