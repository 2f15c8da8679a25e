using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Trellis.Server.Aerostack.Auth.Codes;
using Trellis.Server.Aerostack.Auth.Outbox;
using Trellis.Server.Aerostack.Auth.Sessions;
using Trellis.Server.Aerostack.Http;

namespace Trellis.Server.Aerostack.Auth;

/// <summary>
/// The users of a project's application (contract, sections 2.1.2, 2.1.3, 2.3.1 and 8.5): below <c>/v1/auth</c> with the project's key, a
/// public one too, and below the path that names the project without any.
/// </summary>
internal sealed class AuthFeature : IAerostackFeature
{
    private const string Plain = "/v1/auth";
    private const string Platform = $"/api/v1/public/projects/{{{AuthScope.Segment}}}/auth";

    /// <inheritdoc/>
    public void AddServices(IServiceCollection services)
    {
        services.AddSingleton(static provider => new AuthOptions(provider.GetRequiredService<IConfiguration>().GetSection("aerostack:auth")));
        services.AddSingleton<AuthScope>();
        services.AddSingleton<UserSessions>();
        services.AddSingleton<Bearer>();
        services.AddSingleton<UserOutbox>();
        services.AddSingleton<UserCodes>();
        services.AddSingleton<SignUpEndpoints>();
        services.AddSingleton<SignInEndpoints>();
        services.AddSingleton<OtpEndpoints>();
        services.AddSingleton<VerificationEndpoints>();
        services.AddSingleton<ResetEndpoints>();
        services.AddSingleton<SessionEndpoints>();
        services.AddSingleton<MeEndpoints>();
        services.AddSingleton<OutboxEndpoints>();
        services.AddHostedService<AuthPurge>();
    }

    /// <inheritdoc/>
    public void MapRoutes(AerostackRoutes routes)
    {
        Map(routes, "POST", routes.Service<SignUpEndpoints>().SignUpAsync, "/signup", "/register");
        Map(routes, "POST", routes.Service<SignInEndpoints>().SignInAsync, "/signin", "/login");

        var otp = routes.Service<OtpEndpoints>();
        Map(routes, "POST", otp.SendAsync, "/otp/send", "/otp/send");
        Map(routes, "POST", otp.VerifyAsync, "/otp/verify", "/otp/verify");

        var verification = routes.Service<VerificationEndpoints>();
        Map(routes, "GET", verification.VerifyAsync, "/verify-email", "/verify-email");
        Map(routes, "POST", verification.ResendAsync, "/resend-verification", "/resend-verification");

        // Each generation of clients has its own names for these (contract, section 2.3.1).
        var reset = routes.Service<ResetEndpoints>();
        Map(routes, "POST", reset.RequestAsync, "/password-reset/request", "/password-reset/request", "/reset-password-request");
        Map(routes, "POST", reset.ResetAsync, "/password-reset/confirm", "/password-reset/confirm", "/reset-password");

        var sessions = routes.Service<SessionEndpoints>();
        Map(routes, "POST", sessions.RefreshAsync, "/refresh", "/refresh");
        Map(routes, "POST", sessions.LogoutAsync, "/logout", "/logout");

        var me = routes.Service<MeEndpoints>();
        Map(routes, "GET", me.GetAsync, "/me", "/me");
        Map(routes, "PATCH", me.UpdateAsync, "/me", "/me");
        Map(routes, "DELETE", me.RemoveAvatarAsync, "/me/avatar", "/me/avatar");

        var outbox = routes.Service<OutboxEndpoints>();
        routes.Get(outbox.ListAsync, Access.Secret, $"{Plain}/outbox");
        routes.Delete(outbox.RemoveAsync, Access.Secret, $"{Plain}/outbox/{{message_id}}");
    }

    private static void Map(AerostackRoutes routes, string method, AerostackHandler handler, string plain, params ReadOnlySpan<string> platform)
    {
        routes.Map(method, handler, new RouteRules { Access = Access.Project }, Plain + plain);
        foreach (var path in platform)
            routes.Map(method, handler, new RouteRules { Access = Access.Anyone }, Platform + path);
    }
}
