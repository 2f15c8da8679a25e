using Trellis.Server.Akshi.Configuration;
using Trellis.Server.Akshi.Logs;

namespace Trellis.Server.Akshi.Tests.Configuration;

public sealed class DefaultsTests
{
    [Fact]
    public void An_empty_file_means_the_documented_defaults()
    {
        var runtime = Reading.Of("");

        runtime.Agents.ShouldBeEmpty();
        runtime.Warnings.ShouldBeEmpty();
        runtime.Dashboard.RequiresToken.ShouldBeTrue();
        runtime.Dashboard.TokenHash.ShouldBeNull();
        runtime.Dashboard.CorsOrigins.ShouldBe(["http://127.0.0.1:3210"]);
        (runtime.Dashboard.RateLimit, runtime.Dashboard.RateLimitBurst).ShouldBe((300, 50));
        runtime.Dashboard.KeepAlive.ShouldBe(TimeSpan.FromSeconds(15));
        runtime.Dashboard.ServesMetrics.ShouldBeTrue();
        (runtime.Start.Bind, runtime.Start.Port, runtime.Start.IsEnabled).ShouldBe(("127.0.0.1", 3210, true));
        runtime.Router.ShouldBe(new RouterConfiguration() with { Routes = runtime.Router.Routes });
        (runtime.Router.Threshold, runtime.Router.MaxRetries, runtime.Router.BreakerThreshold).ShouldBe((0.55, 2, 5));
        (runtime.Router.Timeout, runtime.Router.BreakerReset).ShouldBe((TimeSpan.FromSeconds(120), TimeSpan.FromSeconds(60)));
        runtime.Router.Routes.ShouldBeEmpty();
        runtime.Telemetry.LogLevel.ShouldBe(LogSeverity.Info);
        runtime.Runtime.ShouldBe(new RuntimeDefaults { TickInterval = TimeSpan.FromSeconds(1), MaxAgents = 64, FuelLimit = 1_000_000, MemoryLimitMb = 64 });
    }

    [Fact]
    public void An_agent_inherits_from_the_runtime_and_has_its_own_defaults()
    {
        var agent = Reading.Of("[runtime]\ntick_interval_ms = 250\nfuel_limit = 0\nmemory_limit_mb = 8\n[[agents]]\nname = 'a'\nwasm = 'a.wasm'").Agents[0];

        agent.TickInterval.ShouldBe(TimeSpan.FromMilliseconds(250));
        agent.FuelLimit.ShouldBeNull();
        agent.MemoryLimitMb.ShouldBe(8);
        agent.IsEnabled.ShouldBeTrue();
        agent.Capabilities.ShouldBeEmpty();
        agent.Endpoints.ShouldBeEmpty();
        agent.Spend.ShouldBeNull();
        (agent.MaxRestarts, agent.RestartBackoff).ShouldBe((10, TimeSpan.FromSeconds(5)));
        agent.Approval.Timeout.ShouldBe(TimeSpan.FromSeconds(300));
        agent.WasmModule.ShouldBe("/srv/app/a.wasm");
        agent.Declarative.ShouldBeNull();
    }
}
