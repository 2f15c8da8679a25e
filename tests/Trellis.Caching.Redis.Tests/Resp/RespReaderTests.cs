using Trellis.Caching.Redis.Resp;

namespace Trellis.Caching.Redis.Tests.Resp;

public sealed class RespReaderTests
{
    [Fact]
    public void The_null_string_of_RESP2_is_null() => RespText.Parse("$-1\r\n").Kind.ShouldBe(RespKind.Null);

    [Fact]
    public void The_null_array_of_RESP2_is_null() => RespText.Parse("*-1\r\n").Kind.ShouldBe(RespKind.Null);

    [Fact]
    public void The_null_of_RESP3_is_null() => RespText.Parse("_\r\n").Kind.ShouldBe(RespKind.Null);

    [Fact]
    public void A_bulk_string_may_hold_line_ends() => RespText.Parse("$4\r\n\r\n\r\n\r\n").AsText().ShouldBe("\r\n\r\n");

    [Fact]
    public void An_error_keeps_its_text() => RespText.Parse("-ERR no such thing\r\n").AsText().ShouldBe("ERR no such thing");

    [Fact]
    public void Attributes_are_left_out() => RespText.Parse("|1\r\n+ttl\r\n:3600\r\n+OK\r\n").AsText().ShouldBe("OK");

    [Fact]
    public void Attributes_inside_an_aggregate_are_left_out() =>
        RespText.Parse("*2\r\n|1\r\n+a\r\n*1\r\n:1\r\n:7\r\n:8\r\n").Items.Select(item => item.Number).ShouldBe([7, 8]);

    [Fact]
    public void Pushed_messages_are_left_out() => RespText.Parse(">2\r\n+invalidate\r\n*1\r\n+k\r\n$2\r\nhi\r\n").AsText().ShouldBe("hi");
}
