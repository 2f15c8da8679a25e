using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Trellis.Server.Akshi.Http;
using Trellis.Server.Akshi.Identity;
using Trellis.Server.Akshi.Tests.Support;

namespace Trellis.Server.Akshi.Tests.Identity;

public sealed class AnonymousTests : ServerTest
{
    [Theory]
    [InlineData("127.0.0.1", true)]
    [InlineData("::1", true)]
    [InlineData("::ffff:127.0.0.1", true)]
    [InlineData("192.0.2.1", false)]
    [InlineData("2001:db8::1", false)]
    public async Task Without_a_token_only_this_machine_may_call(string address, bool isAllowed)
    {
        Server.Services.GetRequiredService<Dashboard>().Settings = new DashboardSettings { RequiresToken = false };
        var context = new DefaultHttpContext();
        context.Connection.LocalIpAddress = IPAddress.Parse(address);

        var (_, refusal) = await Server.Services.GetRequiredService<Authenticator>().AuthenticateAsync(context, Access.Operator);

        (refusal is null).ShouldBe(isAllowed);
    }
}
