using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.Extensions.Logging;
using Trellis.Caching.Redis.Options;
using Trellis.Caching.Redis.Tests.Servers;

namespace Trellis.Caching.Redis.Tests.Cache;

public sealed partial class SecretsTests
{
    private const string Password = "hunter2";
    private const string User = "agent47";

    private readonly RedisCacheOptions _options = new($"redis://{User}:{Password}@localhost:{RedisServer.FreePort()}/1");

    [Fact]
    public void Options_do_not_print_their_secret() => ShouldKeepSecrets(_options.ToString());

    [Fact]
    public void Options_that_are_not_valid_do_not_print_their_secret() =>
        ShouldKeepSecrets(new RedisCacheOptions($"redis://{User}:{Password}@localhost/x").ToString());

    [Fact]
    public void Options_do_not_serialize_their_secret()
    {
        ShouldKeepSecrets(JsonSerializer.Serialize(_options, OptionsJson.Default.RedisCacheOptions));
    }

    [Fact]
    public void The_cache_does_not_print_its_secret()
    {
        using var cache = new RedisCache(_options);

        cache.ToString().ShouldContain("localhost");
        ShouldKeepSecrets(cache.ToString());
    }

    [Fact]
    public void Parts_of_the_URL_do_not_print_its_secret()
    {
        RedisUrl.TryParse(_options.Url, out var url, out _).ShouldBeTrue();

        ShouldKeepSecrets(url.ToString());
        ShouldKeepSecrets(url!.Credentials!.ToString());
    }

    [Fact]
    public void Exceptions_and_logs_do_not_hold_the_secret()
    {
        using var log = new RecordingLoggerFactory();
        _options.LoggerFactory = log;
        using var cache = new RedisCache(_options);

        ShouldKeepSecrets(Should.Throw<RedisCacheException>(() => cache.Get("k")).ToString());
        ShouldKeepSecrets(Should.Throw<RedisCacheException>(() => cache.Get("k")).ToString());

        log.Text.ShouldContain("is down");
        ShouldKeepSecrets(log.Text);
    }

    private static void ShouldKeepSecrets(string? text)
    {
        text.ShouldNotBeNullOrEmpty();
        text.ShouldNotContain(Password);
        text.ShouldNotContain(User);
    }

    [JsonSerializable(typeof(RedisCacheOptions))]
    private sealed partial class OptionsJson : JsonSerializerContext;

    private sealed class RecordingLoggerFactory : ILoggerFactory, ILogger
    {
        public string Text { get; private set; } = "";

        public ILogger CreateLogger(string categoryName) => this;

        public void AddProvider(ILoggerProvider provider)
        {
        }

        public void Dispose()
        {
        }

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            Text += formatter(state, exception) + exception;
    }
}
