namespace Trellis.Tests.Connection;

public sealed class QueryTests
{
    [Fact]
    public void What_is_set_stands_behind_the_path_escaped() =>
        new Query("/p").Add("a", "x y&z").Add("n", 5_000_000_000).Add("f", true).ToString().ShouldBe("/p?a=x%20y%26z&n=5000000000&f=True");

    [Fact]
    public void What_is_not_set_is_left_out() =>
        new Query("/p").Add("a", (string?)null).Add("b", "").Add("n", (long?)null).Add("f", false).ToPath().ShouldBe("/p?f=False");

    [Fact]
    public void With_nothing_added_the_operations_own_path_does() => new Query("/p").Add("a", (string?)null).ToPath().ShouldBeNull();
}
