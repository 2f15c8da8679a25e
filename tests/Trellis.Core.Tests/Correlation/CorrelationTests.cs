namespace Trellis.Tests.Correlations;

public sealed class CorrelationTests
{
    [Fact]
    public void Nothing_is_bound_at_first() => Correlation.Current.ShouldBeNull();

    [Fact]
    public void A_binding_lasts_until_it_is_disposed_and_the_previous_one_returns()
    {
        using (Correlation.Bind("outer"))
        {
            using (Correlation.Bind("inner")) Correlation.Current.ShouldBe("inner");
            Correlation.Current.ShouldBe("outer");
        }

        Correlation.Current.ShouldBeNull();
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    public void Without_an_id_a_fresh_one_is_made(string? id)
    {
        using var binding = Correlation.Bind(id);
        Correlation.Current!.ShouldMatch("^[0-9a-f]{32}$");
    }

    [Fact]
    public void Fresh_ids_differ() => Enumerable.Range(0, 10_000).Select(_ => Correlation.NewId()).Distinct().Count().ShouldBe(10_000);

    [Fact]
    public void A_fresh_id_is_a_random_UUID() => Correlation.NewId().ShouldMatch("^[0-9a-f]{12}4[0-9a-f]{3}[89ab][0-9a-f]{15}$");

    [Fact]
    public void An_id_is_taken_as_it_is()
    {
        using var binding = Correlation.Bind(" any thing ");
        Correlation.Current.ShouldBe(" any thing ");
    }

    [Fact]
    public async Task An_id_flows_into_work_but_not_back_out_of_it()
    {
        using var binding = Correlation.Bind("outer");
        await Task.Run(async () =>
        {
            Correlation.Current.ShouldBe("outer");
            Correlation.Bind("inner");
            await Task.Yield();
            Correlation.Current.ShouldBe("inner");
        }, TestContext.Current.CancellationToken);
        Correlation.Current.ShouldBe("outer");
    }

    [Fact]
    public void Disposing_twice_leaves_a_later_binding_alone()
    {
        var first = Correlation.Bind("first");
        first.Dispose();
        using var second = Correlation.Bind("second");
        first.Dispose();
        Correlation.Current.ShouldBe("second");
    }
}
