using Microsoft.AspNetCore.Http;
using Trellis.Server.Kernel.Requests;

namespace Trellis.Server.Kernel.Tests.Requests;

/// <summary>RFC 7240, section 4.3.</summary>
public sealed class WaitPreferenceTests
{
    [Theory]
    [InlineData("wait=5", 5)]
    [InlineData("Wait = \"5\"", 5)]
    [InlineData("respond-async, wait=5; x=1", 5)]
    [InlineData("wait=86400", 30)]
    [InlineData("wait=0", 0)]
    [InlineData("wait=-1", 0)]
    [InlineData("wait=99999999999", 0)]
    [InlineData("wait", 0)]
    [InlineData("waits=5", 0)]
    [InlineData("", 0)]
    public void A_wait_is_whole_seconds_up_to_half_a_minute(string header, int seconds)
    {
        var context = new DefaultHttpContext();
        context.Request.Headers["Prefer"] = header;

        WaitPreference.Read(context.Request).ShouldBe(TimeSpan.FromSeconds(seconds));
    }
}
