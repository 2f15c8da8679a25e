using Trellis.Server.Ascend.Errors;
using Trellis.Server.Ascend.Tests.Support;

namespace Trellis.Server.Ascend.Tests.OutputFilter;

public sealed class ScanLimitTests : ServerTest
{
    [Fact]
    public async Task An_address_scans_so_often_a_minute_whatever_its_credentials()
    {
        var other = await Server.OtherTenantAsync();
        (await ScanAsync(First)).ShouldBeOk();
        (await ScanAsync(other)).ShouldBeOk();

        (await ScanAsync(First)).ShouldBeRefused(429, ErrorCodes.RateLimit);
        (await ScanAsync(other)).ShouldBeRefused(429, ErrorCodes.RateLimit);

        Server.Clock.Advance(TimeSpan.FromMinutes(3));
        (await ScanAsync(First)).ShouldBeOk();
    }

    private protected override ValueTask<ServerSetup> SetupAsync() =>
        new(new ServerSetup { Configuration = new() { ["ascend:rateLimits:scan"] = "2" } });

    private static Task<Reply> ScanAsync(Tenant tenant) =>
        tenant.PostAsync("/api/v1/output-filter/scan", new() { ["content"] = "clean", ["agent_id"] = "agent-1" });
}
