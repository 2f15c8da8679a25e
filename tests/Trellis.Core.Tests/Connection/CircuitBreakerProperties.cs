using FsCheck;
using FsCheck.Fluent;
using Trellis.Testing;

namespace Trellis.Tests.Connection;

/// <summary>The breaker against a model of it: a list of what happened, read anew for each question.</summary>
public sealed class CircuitBreakerProperties
{
    private const int FailureThreshold = 3;
    private const int SuccessThreshold = 2;
    private static readonly TimeSpan Recovery = TimeSpan.FromSeconds(10);
    private static readonly ApiFailure Down = new() { Kind = FailureKind.Connect };
    private static readonly Arbitrary<Step[]> Histories = Gen.Elements(Enum.GetValues<Step>()).ArrayOf().ToArbitrary();

    private enum Step
    {
        Ask,
        Succeed,
        Fail,
        WaitLittle,
        WaitLong,
        Reset,
    }

    [Fact]
    public void After_any_history_it_is_in_the_state_of_its_model() => Prop.ForAll(Histories, history =>
    {
        var clock = new ManualTimeProvider();
        var breaker = new CircuitBreaker(FailureThreshold, Recovery, SuccessThreshold, clock);
        var model = new Model();
        return history.All(step =>
        {
            Take(step, breaker, clock);
            model.Take(step);
            return breaker.State == model.State;
        });
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(2000).WithEndSize(60));

    [Fact]
    public void It_refuses_exactly_while_it_is_open_and_then_says_for_how_long() => Prop.ForAll(Histories, history =>
    {
        var clock = new ManualTimeProvider();
        var breaker = new CircuitBreaker(FailureThreshold, Recovery, SuccessThreshold, clock);
        foreach (var step in history)
        {
            Take(step, breaker, clock);
        }

        var isOpen = breaker.State == CircuitState.Open;
        return breaker.Allows(out var recovery) == !isOpen && recovery > TimeSpan.Zero == isOpen && recovery <= Recovery;
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(2000).WithEndSize(60));

    private static void Take(Step step, CircuitBreaker breaker, ManualTimeProvider clock)
    {
        switch (step)
        {
            case Step.Ask: breaker.Allows(out _); break;
            case Step.Succeed: breaker.Record(null); break;
            case Step.Fail: breaker.Record(Down); break;
            case Step.WaitLittle: clock.Advance(Recovery / 4); break;
            case Step.WaitLong: clock.Advance(Recovery); break;
            case Step.Reset: breaker.Reset(); break;
        }
    }

    /// <summary>Three states by name, with the transitions that the contract's section 4.4 tells.</summary>
    private sealed class Model
    {
        private string _name = "closed";
        private int _inARow;
        private int _onTrial;
        private double _sinceFailure;

        public CircuitState State => _name switch
        {
            "closed" => CircuitState.Closed,
            "half_open" => CircuitState.HalfOpen,
            _ => _sinceFailure >= 1 ? CircuitState.HalfOpen : CircuitState.Open,
        };

        public void Take(Step step)
        {
            switch (step, _name)
            {
                case (Step.WaitLittle, _): _sinceFailure += 0.25; break;
                case (Step.WaitLong, _): _sinceFailure += 1; break;
                case (Step.Reset, _): (_name, _inARow, _onTrial) = ("closed", 0, 0); break;
                case (Step.Ask, "open") when _sinceFailure >= 1: (_name, _onTrial) = ("half_open", 0); break;
                case (Step.Succeed, "closed"): _inARow = 0; break;
                case (Step.Succeed, "half_open"): (_name, _inARow, _onTrial) = ++_onTrial == SuccessThreshold ? ("closed", 0, 0) : ("half_open", _inARow, _onTrial); break;
                case (Step.Fail, "closed"): (_name, _sinceFailure) = (++_inARow == FailureThreshold ? "open" : "closed", 0); break;
                case (Step.Fail, _): (_name, _sinceFailure) = ("open", 0); break;
            }
        }
    }
}
