using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Trellis.Server.Kernel.Audit;
using Trellis.Server.Kernel.Identity;
using Trellis.Server.Kernel.Tests.Identity;

namespace Trellis.Server.Kernel.Tests.Audit;

/// <summary>The services as the server composes them.</summary>
public sealed class AuditServicesTests : IdentityTest
{
    [Fact]
    public async Task The_composed_services_work_together()
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection([new("audit:checkpointInterval", "7")]).Build();
        await using var services = new ServiceCollection()
            .AddSingleton(Harness.Store)
            .AddIdentity(configuration.GetSection("identity"))
            .AddAudit(configuration.GetSection("audit"))
            .BuildServiceProvider(new ServiceProviderOptions { ValidateOnBuild = true });
        var hosted = services.GetServices<IHostedService>().ToArray();
        foreach (var service in hosted)
            await service.StartAsync(Cancellation);

        var organisation = await Harness.Store.WriteAsync(
            session => services.GetRequiredService<IOrganisationDirectory>().AddAsync(session, "first", Harness.Time.GetUtcNow()), Cancellation);
        var token = await services.GetRequiredService<TokenIssuer>().IssueAsync(organisation.Id, "alice", TimeSpan.FromHours(1), Cancellation);
        var outcome = await services.GetRequiredService<TokenValidator>().ValidateAsync(token.Reveal(), Cancellation);
        await Harness.Store.WriteAsync(
            session => services.GetRequiredService<IAuditLog>().AppendAsync(session, Event(outcome.Principal!)), Cancellation);
        foreach (var service in hosted)
            await service.StopAsync(Cancellation);

        (await services.GetRequiredService<AuditVerifier>().VerifyAsync(organisation.Id, null, Cancellation))
            .ShouldBe(new AuditVerification(organisation.Id, AuditFault.None, null, 1, 1));
        services.GetRequiredService<AuditOptions>().CheckpointInterval.ShouldBe(7);
    }

    [Theory]
    [InlineData("0")]
    [InlineData("-1")]
    public void A_checkpoint_interval_out_of_range_is_refused(string value)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection([new("audit:checkpointInterval", value)]).Build();

        Should.Throw<ArgumentException>(() => new ServiceCollection().AddAudit(configuration.GetSection("audit")));
    }

    private static AuditEvent Event(TokenPrincipal principal) => new()
    {
        OrganisationId = principal.OrganisationId,
        Platform = "kernel",
        EventType = "user_signed_in",
        ActorId = principal.Subject,
        ResourceType = "user",
        ResourceId = principal.Subject,
        Action = "sign_in",
        Outcome = AuditOutcome.Success,
    };
}
