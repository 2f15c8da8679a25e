using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Trellis.Testing;

namespace Trellis.Tests.Logging;

/// <summary>A logger factory as an application builds it, whose lines a test can read.</summary>
internal sealed class LogCapture : IDisposable
{
    private readonly StringWriter _writer = new();
    private readonly ServiceProvider _services;

    public LogCapture(TrellisLogFormat format = TrellisLogFormat.Json, DateTimeOffset? now = null, int times = 1)
    {
        Clock = new ManualTimeProvider(now ?? new DateTimeOffset(2026, 5, 1, 12, 0, 0, TimeSpan.Zero));
        var services = new ServiceCollection();
        services.AddLogging(builder =>
        {
            builder.SetMinimumLevel(LogLevel.Trace);
            for (var i = 0; i < times; i++) builder.AddTrellisJson(Configure);
        });
        _services = services.BuildServiceProvider();
        Logger = _services.GetRequiredService<ILoggerFactory>().CreateLogger("askii.transport");

        void Configure(TrellisLogOptions options)
        {
            options.Format = format;
            options.Writer = _writer;
            options.TimeProvider = Clock;
        }
    }

    public ManualTimeProvider Clock { get; }

    public ILogger Logger { get; }

    public string Text => _writer.ToString();

    public string[] Lines => Text.Split('\n', StringSplitOptions.RemoveEmptyEntries);

    public JsonElement Line
    {
        get
        {
            using var document = JsonDocument.Parse(Lines.ShouldHaveSingleItem());
            return document.RootElement.Clone();
        }
    }

    public string? Field(string name) => Line.GetProperty(name).GetString();

    public void Dispose()
    {
        _services.Dispose();
        _writer.Dispose();
    }
}
