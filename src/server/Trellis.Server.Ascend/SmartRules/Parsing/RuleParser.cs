using Trellis.Server.Ascend.SmartRules.Expressions;

namespace Trellis.Server.Ascend.SmartRules.Parsing;

/// <summary>
/// Reads the expressions of smart rules (contract, section 6.5): <c>field op value</c>, joined by AND and OR, of which AND binds tighter,
/// with parentheses. Never throws and never evaluates anything; length, depth and number of comparisons are bounded.
/// </summary>
internal sealed class RuleParser
{
    /// <summary>The longest expression, in characters.</summary>
    public const int LongestSource = 4000;

    private const int Deepest = 32;
    private const int MostComparisons = 200;
    private const int MostValues = 200;

    private readonly RuleLexer _lexer;
    private Token _token;
    private RuleSyntaxError? _error;
    private int _comparisons;

    private RuleParser(string source)
    {
        _lexer = new RuleLexer(source);
        _token = _lexer.Next();
    }

    /// <summary>Reads an expression.</summary>
    /// <param name="source">The expression as it was written.</param>
    /// <param name="expression">The expression; null when it cannot be understood.</param>
    /// <returns>What is wrong; null when nothing is.</returns>
    public static RuleSyntaxError? Parse(string source, out RuleExpression? expression)
    {
        expression = null;
        if (source.Length > LongestSource)
            return new RuleSyntaxError(LongestSource + 1, $"An expression has at most {LongestSource} characters.");

        var parser = new RuleParser(source);
        var parsed = parser.Disjunction(depth: 0);
        if (parsed is not null && parser._token.Kind is not TokenKind.End)
            parsed = parser.Refuse("AND, OR or the end of the expression");

        expression = parsed;
        return parser._error;
    }

    private RuleExpression? Disjunction(int depth)
    {
        if (Conjunction(depth) is not { } first)
            return null;

        var parts = new List<RuleExpression> { first };
        while (TryTake("OR", "||"))
        {
            if (Conjunction(depth) is not { } next)
                return null;
            parts.Add(next);
        }

        return parts.Count == 1 ? first : new AnyOf(parts);
    }

    private RuleExpression? Conjunction(int depth)
    {
        if (Term(depth) is not { } first)
            return null;

        var parts = new List<RuleExpression> { first };
        while (TryTake("AND", "&&"))
        {
            if (Term(depth) is not { } next)
                return null;
            parts.Add(next);
        }

        return parts.Count == 1 ? first : new AllOf(parts);
    }

    private RuleExpression? Term(int depth)
    {
        if (!_token.IsSymbol("("))
            return Comparison();
        if (depth == Deepest)
            return Fail(_token.Position, $"Parentheses are nested at most {Deepest} deep.");

        Advance();
        if (Disjunction(depth + 1) is not { } inner)
            return null;
        if (!_token.IsSymbol(")"))
            return Refuse("AND, OR or ')'");

        Advance();
        return inner;
    }

    private RuleExpression? Comparison()
    {
        var field = _token;
        if (field.Kind is not TokenKind.Word || IsReserved(field))
            return Refuse("a field such as risk_score, or '('");
        if (++_comparisons > MostComparisons)
            return Fail(field.Position, $"An expression has at most {MostComparisons} comparisons.");

        Advance();
        if (Operator() is not { } op)
            return Refuse("one of ==, !=, >, >=, <, <=, IN, NOT IN, MATCHES, LIKE");

        var valuePosition = _token.Position;
        var values = RuleOperators.TakesList(op) ? List() : Value() is { } value ? [value] : null;
        if (values is null)
            return null;

        return ComparisonBinder.Bind(field.Text, op, values, out var problem) ?? Fail(valuePosition, problem!);
    }

    private RuleOperator? Operator()
    {
        var token = _token;
        if (token.IsKeyword("NOT"))
        {
            Advance();
            token = _token;
            if (!token.IsKeyword("IN"))
                return null;

            Advance();
            return RuleOperator.NotIn;
        }

        RuleOperator? op = token switch
        {
            { Kind: TokenKind.Symbol } => token.Text switch
            {
                "==" => RuleOperator.Equal,
                "!=" => RuleOperator.NotEqual,
                ">" => RuleOperator.Greater,
                ">=" => RuleOperator.GreaterOrEqual,
                "<" => RuleOperator.Less,
                "<=" => RuleOperator.LessOrEqual,
                _ => null,
            },
            _ when token.IsKeyword("IN") => RuleOperator.In,
            _ when token.IsKeyword("MATCHES") => RuleOperator.Matches,
            _ when token.IsKeyword("LIKE") => RuleOperator.Like,
            _ => null,
        };
        if (op is not null)
            Advance();
        return op;
    }

    private List<RuleLiteral>? List()
    {
        var closing = _token.IsSymbol("[") ? "]" : ")";
        if (!_token.IsSymbol("(") && !_token.IsSymbol("["))
            return RefuseList("a list such as ('a', 'b')");

        var values = new List<RuleLiteral>();
        do
        {
            Advance();
            if (values.Count == MostValues)
                return RefuseList($"at most {MostValues} values in a list");
            if (Value() is not { } value)
                return null;
            values.Add(value);
        }
        while (_token.IsSymbol(","));

        if (!_token.IsSymbol(closing))
            return RefuseList($"',' or '{closing}'");

        Advance();
        return values;
    }

    private RuleLiteral? Value()
    {
        var token = _token;
        if (token.Kind is TokenKind.Word && !IsReserved(token))
        {
            Advance();
            return token.IsKeyword("true") || token.IsKeyword("false")
                ? RuleLiteral.Of(token.IsKeyword("true"))
                : RuleLiteral.OfText(token.Text);
        }

        if (token.Kind is TokenKind.Text)
        {
            Advance();
            return RuleLiteral.OfText(token.Text);
        }

        if (token.Kind is TokenKind.Number && RuleLiteral.TryReadNumber(token.Text, out var number))
        {
            Advance();
            return RuleLiteral.Of(number);
        }

        Refuse("a value: a text in quotes, a number, true or false");
        return null;
    }

    private static bool IsReserved(Token token) =>
        token.IsKeyword("AND") || token.IsKeyword("OR") || token.IsKeyword("NOT") || token.IsKeyword("IN")
        || token.IsKeyword("MATCHES") || token.IsKeyword("LIKE");

    private bool TryTake(string keyword, string symbol)
    {
        if (!_token.IsKeyword(keyword) && !_token.IsSymbol(symbol))
            return false;

        Advance();
        return true;
    }

    private void Advance() => _token = _lexer.Next();

    private List<RuleLiteral>? RefuseList(string expected)
    {
        Refuse(expected);
        return null;
    }

    private RuleExpression? Refuse(string expected) =>
        Fail(_token.Position, _token.Kind is TokenKind.Invalid ? _token.Text : $"Expected {expected}, found {_token.Description}.");

    private RuleExpression? Fail(int position, string message)
    {
        _error ??= new RuleSyntaxError(position, message);
        return null;
    }
}
