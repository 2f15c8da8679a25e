using System.Text;
using Trellis.Server.Kernel.Json;

namespace Trellis.Server.Kernel.Tests.Json;

public sealed class Utf8JsonBufferTests
{
    [Fact]
    public void A_buffer_is_empty_when_it_is_lent_again()
    {
        Write("first").ShouldBe("\"first\"");
        Write("second").ShouldBe("\"second\"");
    }

    [Fact]
    public void A_buffer_given_back_half_written_is_empty_when_it_is_lent_again()
    {
        using (var buffer = Utf8JsonBuffer.Rent())
            buffer.Json.WriteStartObject();

        Write("whole").ShouldBe("\"whole\"");
    }

    [Fact]
    public void Two_buffers_of_a_thread_do_not_share_what_they_hold()
    {
        using var outer = Utf8JsonBuffer.Rent();
        outer.Json.WriteStringValue("outer");

        Write("inner").ShouldBe("\"inner\"");
        Encoding.UTF8.GetString(outer.WrittenSpan).ShouldBe("\"outer\"");
    }

    private static string Write(string text)
    {
        using var buffer = Utf8JsonBuffer.Rent();
        buffer.Json.WriteStringValue(text);
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }
}
